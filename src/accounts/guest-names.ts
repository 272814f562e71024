/** Names for guests: an angry adjective, an animal, a number. */
const ADJECTIVES = words(`
  Angry Bitter Blazing Boiling Bristling Burning Cranky Cross Crusty Enraged Erupting
  Exasperated Explosive Fed-up Ferocious Feisty Fierce Fiery Flaming Foaming Frazzled Frothing
  Fuming Furious Galled Grim Grouchy Growling Grumbling Grumpy Heated Hissing Howling Huffy
  Incensed Indignant Inflamed Irate Irked Irritable Livid Mad Miffed Moody Outraged Peeved
  Peppery Piqued Prickly Raging Rankled Ranting Riled Roaring Salty Scorching Scowling Seething
  Simmering Sizzling Smoking Smouldering Snappy Snarling Snippy Sour Spicy Steaming Stewing
  Stormy Sulky Testy Thundering Ticked-off Touchy Turbulent Vexed Volcanic Wild Wrathful
`);
const ANIMALS = words(`
  Aardvark Alpaca Anteater Armadillo Baboon Badger Bat Bear Beaver Bison Boar Buffalo Camel
  Capybara Cheetah Chinchilla Cobra Cockatoo Cougar Coyote Crab Crocodile Crow Dingo Dolphin
  Donkey Duck Eagle Echidna Eel Elephant Elk Falcon Ferret Flamingo Fox Gazelle Gecko Gibbon
  Giraffe Gnu Goat Goose Gopher Gorilla Hamster Hare Hawk Hedgehog Heron Hippo Hornet Hyena
  Ibex Iguana Jackal Jaguar Kangaroo Kiwi Koala Lemur Leopard Llama Lobster Lynx Macaw Magpie
  Mammoth Mandrill Manatee Marmot Meerkat Mole Mongoose Moose Narwhal Newt Ocelot Octopus
  Opossum Orca Ostrich Otter Owl Ox Panda Pangolin Panther Parrot Peacock Pelican Penguin
  Piranha Platypus Porcupine Possum Puffin Puma Quail Quokka Raccoon Ram Raven Rhino Rooster
  Salamander Seal Shark Skunk Sloth Squid Stork Swan Tapir Tiger Toad Tortoise Toucan Turtle
  Vulture Wallaby Walrus Warthog Wasp Weasel Wolf Wolverine Wombat Yak Zebra
`);
const NUMBERS = 999;

/** The name that random bytes (at least 12) stand for: one of some ten million. */
export function guestName(bytes: Buffer): string {
  const adjective = ADJECTIVES[bytes.readUInt32BE(0) % ADJECTIVES.length];
  const animal = ANIMALS[bytes.readUInt32BE(4) % ANIMALS.length];
  return `${adjective} ${animal} ${1 + (bytes.readUInt32BE(8) % NUMBERS)}`;
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/**
 * Chat lines of some 60 to 120 characters that compress about as chat does: common words, few of
 * them often and most of them seldom. Each ends in `#` and its id, by which a receiver knows it.
 */

const WORDS =
  `the to and you i a it is of that in my so was not this for on have they me but just what we be
  with like are all no if at do your when get one can about why people time day really never know
  out go up who how work think going again even more still would because or from people now back
  want need every been good right there make over could some then only always well off them than
  an phone boss train late email meeting monday coffee queue landlord rent bus traffic driver
  parking neighbour music loud night sleep baby dog barking bin recycling council printer password
  update restart crash laptop keyboard battery charger cable router wifi signal meeting calendar
  invite agenda minutes manager ticket deploy friday weekend holiday airport luggage delay gate
  seat window armrest snoring popcorn cinema trailer advert subscription cancel renewal invoice
  refund receipt customer service hold robot menu option press number agent transfer disconnect
  supermarket checkout bag voucher trolley wheel squeaky avocado bread mouldy milk expired fridge
  empty carton roommate dishes sink sponge laundry sock missing dryer broken shower cold boiler
  engineer appointment window eight noon waiting nobody knocked parcel thrown fence rain umbrella
  puddle cyclist pavement scooter crossing lights red green horn beep alarm smoke toast burnt
  honestly literally seriously absolutely apparently somehow obviously enough ridiculous unbearable
  furious exhausted done screaming crying laughing whatever fine great brilliant typical yes okay
  told asked answered replied ignored forgot remembered promised lied paid charged waited stood
  walked ran fell dropped spilled broke lost found bought returned opened closed locked shouted
  yesterday today tonight tomorrow morning lunch year month week hour minute second third twice
  someone nobody everyone anything nothing everything somewhere between against without before
  after during until while though since another other same different whole half quarter price
  money tax bill fee extra small large wrong slow fast stupid polite rude quiet noisy
  dirty clean heavy sticky wet dry full upstairs downstairs outside inside`.split(/\s+/);

/** The same text for the same id, on every run and for every server. */
export function textOf(id: number): string {
  let state = (id * 2_654_435_761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const length = 52 + next() * 60;
  let text = "";
  while (text.length < length) {
    const word = WORDS[Math.floor(next() ** 2 * WORDS.length)] ?? "rage";
    text += text === "" ? word : ` ${word}`;
  }
  return `${text} #${id}`;
}

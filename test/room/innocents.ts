/**
 * Everyday sentences that hold nobody's slur as a word, and many as a part of one. A thousand and
 * more in each language, the same in every run.
 */
interface Grammar {
  who: string;
  does: string;
  what: string;
  where: string;
}

/** Parts are set apart by bars. Each sentence takes one of each. */
const GRAMMARS: Record<string, Grammar> = {
  en: {
    who: "My assistant|The assassin of our printer|Dickens|Our whole class|A classic bassist|Mr Hancock|The cockerel|An analyst from Essex|Aunt Penelope|Nobody in Scunthorpe",
    does: "can’t analyse|sooooo misses|has parked next to|passed|assesses|cocktails and dickers over|won’t shut|is titled after|grasps|he’ll never embarrass",
    what: "the Arsenal match|a kumquat|that peacock|my shiitake soup|this document|the retardant|100% of the cumbersome paperwork|the title, the kitchen sink and the raccoon|an assignment from Sussex|the spicy cassette",
    where:
      "in Penistone.|at Scunthorpe station!!!|near Lightwater, Middlesex.|(again) as always…|in the Essex bus; as if.",
  },
  de: {
    who: "Der Marschall|Mein Zahnarzt|Die ganze Klasse|Das Assessment|Herr Barsch|Unsere Dickschicht|Die Analyse|Kein Integer|Der Chef von der Schifffahrt|Tante Hurlinde",
    does: "nervt bei|assistiert|marschiert durch|vergisst sooo oft|verpasst|analysiert|isst heute|hat, ohne Witz,|schluckt|drückt sich vor",
    what: "dem Cocktail|der schwülen Hitze|dem Harsch|dem Spastikum-Vortrag|der Masse an Akten|dem Fußgänger|der Kassette|dem Kumquat-Eis|dem Computer, der spinnt,|der Brennnessel",
    where:
      "in Essen.|im Büro? Nein: am Barschteich!|um 10:00 Uhr…|mit Gießkanne & Größe 100.|in Wörth/Donau.",
  },
  es: {
    who: "La diputada|Mi computadora|El calculista|El señor Putaendo|Mi abuela de ochenta años|El cónsul|La disputa|El consejo|Nadie|El marinero",
    does: "calcula|disputa|amputa|reputa|vincula|circula por|manipula|consulta|no aguanta|siempre, siempre articula",
    what: "el currículum|una película|el oráculo|el músculo|el vehículo|cada partícula|el cálculo|la computación|la mariconera nueva|el año 2001",
    where:
      "en Putaendo.|¡por fin en Conil!|con paciencia, ¿no?|desde hace 5 años…|aaaaquí, en la península.",
  },
  fr: {
    who: "Le conducteur|Ma concierge|Le calculateur|Le député|Monsieur Bitencourt|Le confrère|L’arbitre|Mon assistante|La classe|L’habitant",
    does: "conduit|calcule|contredit|habite près de|recule devant|n’a pas d’avis sur|réputé, connaît|s’occupe de|oublie sooouvent|circule avec",
    what: "le véhicule|la débite-carte|l’orbite|le ridicule de la dispute|le concombre|l’article 100|la particule|l’imputation|le cocktail|la compote",
    where:
      "à Condom-sur-Baïse.|à l’arrêt d’aujourd’hui !|sur l’as de pique…|dans la cuisine, encore.|à 10 h : hélas.",
  },
  pt: {
    who: "O deputado|A computadora|O calculista|A reputação|O currículo|A disputa|O cuidador|Meu conselho|A assistente|O veículo",
    does: "calcula|disputa|imputa|circula com|vincula|cultiva|não escuta|recupera|acumula|sempre oculta",
    what: "o músculo|a película|o espetáculo|a partícula|a cultura|o círculo|o culto do viaduto|a computação|o ano de 2001|o cocktail",
    where: "em Curitiba.|na segunda-feira!|com cuidado…|às 10h, de novo.|lá na Cuba, nãããão.",
  },
  ar: {
    who: "المدير|الطابعة|جاري في العمارة|أُختي الكبيرة|الموظف الجديد|السائق|كلبي الصغير|المعلّمة|الطبيب|صديقي",
    does: "نسي|كسر|لا يفهم|يكرر|ترك|أخذ|يبحث عن|انتظر طوييييلًا|يشرح|يحمـــل",
    what: "القهوة|الاجتماع|كلَّ الملفات|المفتاح|العشاء|التقرير رقم ١٠٠|الهاتف|الكلبشات القديمة|الكتاب|الحماريّة الوحشية المرسومة",
    where: "في المكتب.|اليوم، مرة أخرى!|عند الساعة ١٠:٠٠…|في المدينة/السوق.|قرب البحر؟",
  },
};

export const LANGUAGES = Object.keys(GRAMMARS);
const PER_LANGUAGE = 1_000;

/** A prime that divides no language’s number of sentences, so that each is another. */
const STRIDE = 7_919;

/** Of all sentences of a language, a thousand spread over them. */
export function innocents(language: string): string[] {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return [];
  const parts = [grammar.who, grammar.does, grammar.what, grammar.where].map((part) =>
    part.split("|"),
  );
  const all = parts.reduce<string[]>(
    (begun, part) => begun.flatMap((start) => part.map((next) => `${start} ${next}`.trim())),
    [""],
  );
  return Array.from(
    { length: PER_LANGUAGE },
    (_, index) => all[(index * STRIDE) % all.length] ?? "",
  );
}

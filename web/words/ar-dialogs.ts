import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("ar-u-nu-latn");

export const dialogs: Dialogs = {
  picker: {
    title: "الرموز التعبيرية",
  },

  cool: {
    title: "دقيقة من الهدوء",
    close: "العودة إلى الغرفة",
  },

  invite: { title: "دعوة" },

  settings: { title: "الإعدادات" },

  help: {
    title: "مساعدة",
    lead: "بعض الأيام تحتاج إلى أكثر من غرفة. هنا من يمكنك أن تتحدث إليه.",
  },

  forget: {
    title: "كيف ننسى",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { zero: "# رسالة", one: "رسالة واحدة (#)", two: "رسالتان (#)", few: "# رسائل", many: "# رسالة", other: "# رسالة" })} من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجد شيئًا.`,
  },
};

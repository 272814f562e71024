import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "日本語";
export const direction = "ltr";
export const needsScript = "このページにはJavaScriptが必要です。";
export const speakingNeedsScript = "読むだけならこのままで大丈夫。話すにはJavaScriptが必要です。";
export const plurals = ["other"] as const;

const { number, count } = numbers("ja", plurals);
const messages = (n: number) => count(n, { other: "#件のメッセージ" });
const min = (n: number) => `${number(n)}分`;

export const words: Catalogue["words"] = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)}人`,
    number,
    gone: "消えるまで",
    city: (city) => `${isolate(city)}の午前0時`,
    otherZone: (zone) => `${isolate(zone)}の午前0時`,
    yours: (midnight, time) => `${midnight}（お手元では${time}）`,
    more: "もっと",
    less: "閉じる",
    fuse: (percent) => `今日の残り${number(percent)}パーセント`,
    signIn: "ログイン",
    signOut: "ログアウト",
    account: (user) => `${user}、あなたのアカウント`,
    admin: "管理",
    skip: "入力欄へ移動",
    keys: "キー操作",
  },

  log: {
    label: "メッセージ",
    midnight: (midnight) => `ここの言葉は、${midnight}にすべて消えます。`,
    entering: "入室中…",
    empty: "今日はまだ誰も話していません。",
    emptyHint: "思っていることを、どうぞ。午前0時には消えます。",
    removed: "モデレーターが削除しました",
    hidden: "スタッフが確認するまで、あなたの言葉は見えなくなっています。",
    admin: "管理者",
    moderator: "モデレーター",
    reported: "通報しました。スタッフに伝わります。",
    actsOn: (user) => `${isolate(user)}さんのメッセージへの操作`,
    showAll: "全部見る",
    showLess: "たたむ",
    unread: "ここから新着",
    pill: (n) => `新着${number(n)}件`,
    pillLabel: (n) => `新着メッセージ${number(n)}件、最後へ移動`,
    repliesTo: "返信先",
    named: "あなたへ：",
    first: "今日はじめての言葉",
    noReply: "返信をやめる",
    ignored: (n) => `今日無視している人の${number(n)}件を隠しています。`,
    ignoreNobody: "表示する",
    toEnd: "最後へ移動",
    burst: (n) => `新着メッセージ${number(n)}件`,
    newTopic: (topic) => `お題が変わりました：${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "解除されるまでミュートされています。"
          : `${isolate(until)}までミュートされています。`,
        ...(reason === undefined ? [] : [`理由：${isolate(reason)}`]),
      ].join(""),
    unmuted: "また話せるようになりました。",
    removedMine: (n) => `モデレーターがあなたのメッセージを${number(n)}件削除しました。`,
    clearedEarlier: "今日、モデレーターがこの部屋を一度空にしました。",
    earlier: "前のメッセージ",
    slow: (n) => (n === 0 ? "低速モードは終わりました。" : `低速モード：${number(n)}秒に1件まで。`),
    newDay: "午前0時。それまでの言葉はすべて消えました。",
    cleared: "モデレーターが部屋を空にしました。",
    tooLong: "離れていた時間が長く、途中は追えません。今の部屋はこちらです。",
    notAReply: "部屋のメッセージが失われた可能性があります。書きかけの文はもう返信ではありません。",
    back: (n) =>
      n === 0
        ? "おかえりなさい。見逃しはありません。"
        : `おかえりなさい。その間にメッセージが${number(n)}件ありました。`,
    minutesLeft: (n) => `あと${number(n)}分で、ここの言葉はすべて消えます。`,
  },

  outbox: {
    sending: "送信中…",
    goes: (n) => `${number(n)}秒後に自動で送ります`,
    waiting: "接続を待っています",
    failed: (why) => `送れませんでした：${why}`,
    midnight: "先に午前0時になりました。",
    signedOut: "ログインが切れました。",
    stopped: "この部屋には入れません。",
    again: "もう一度",
    discard: "やめる",
  },

  composer: {
    as: "名前",
    roll: "別の名前にする",
    until: (t) => `${t}まで`,
    untilMidnight: "午前0時まで",
    keep: "今日はこの名前",
    now: (name) => `これからは${isolate(name)}です。`,
    label: "あなたのメッセージ",
    placeholder: "吐き出そう",
    send: "送る",
    seconds: (n) => `${number(n)}秒`,
    wait: (n) => `あと${number(n)}秒で送れます`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "もうすぐ文字数の上限です。",
    tooLong: "長すぎて送れません。",
    cut: "入るのは最初の部分だけです。残りは省きました。",
    accept: "送ると、ルールに同意したことになります。",
  },

  burn: {
    short: "燃やす",
    button: "燃やす：どこにも送られません",
    done: "燃やしました。このページの外には出ていません。",
  },

  link: {
    lost: (seconds) => `接続が切れました。${number(seconds)}秒後に再接続します。`,
    why: (why, seconds) => `${why}${number(seconds)}秒後に再接続します。`,
    broken: "接続が切れました。自動でつなぎ直します。",
    trying: "接続が切れました。つなぎ直しています…",
    blocked:
      "このネットワークかサーバーのプロキシがWebSocketを通しません。読めますが、話せません。",
    now: "今すぐ試す",
    notDone: "できませんでした。接続がありません。戻ったらもう一度どうぞ。",
    old: "このページは部屋より古くなっています。読み込み直しても下書きは残ります。",
    reload: "読み込み直す",
    banned: (until, reason) =>
      [
        until === undefined
          ? "解除されるまでBANされています。"
          : `${isolate(until)}までBANされています。`,
        ...(reason === undefined ? [] : [`理由：${isolate(reason)}`]),
      ].join(""),
    askWhy: "間違いだと思ったら、この部屋の運営者に聞いてください。",
    banOver: "BANは終わりました。",
    closed: {
      1001: "部屋を再起動しています。",
      1002: "ページと部屋の話が合いません。読み込み直してください。",
      1009: "大きすぎて、部屋には受け取れませんでした。",
      1013: "部屋は満員です。",
      4000: "このページから部屋に何も届きませんでした。",
      4001: "BANされています。この部屋には入れません。",
      4002: "ログインが切れました。ゲストとして戻ります。",
    },
  },

  refused: {
    invalid: "部屋には通じませんでした。",
    empty: "メッセージが空です。",
    too_long: "メッセージが長すぎます。",
    too_many_lines: "メッセージが20行を超えています。",
    control_character: "制御文字は使えません。",
    not_allowed: "その言葉はここでは使いません。",
    not_plannable: "お題を予定できるのは、明日から1年先までです。",
    rate_limited: "1分間に送りすぎです。",
    banned: "このアカウントはBANされています。",
    muted: "ミュートされています。",
    slow_mode: "低速モード中です。",
    proof_required: "シールドが求める証明を、ブラウザーが計算できませんでした。",
    shield_up: "シールド中は、新しいアカウントは待つことになります。",
    newcomer:
      "新しい人が一度に話しているので、順番です。新しい人のメッセージにリンクは使えず、大文字や絵文字ばかりの文も送れません。",
    repeated: "今そう言ったばかりです。別の言葉でどうぞ。",
    name_taken: "その名前は他の人のものです。",
    email_taken: "そのメールアドレスには、もうアカウントがあります。",
    username_taken: "そのユーザー名は使われているか、使われている名前に似すぎています。",
    wrong_credentials: "メールアドレスとパスワードが合いません。",
    wrong_password: "パスワードが違います。",
    code_needed:
      "このアカウントにはコードも必要です。アプリのコードか、復旧コードを入れてください。",
    wrong_code: "コードが違うか、もう使われています。",
    common_password: "誰でも最初に試すパスワードです。別のものにしてください。",
    too_many_attempts: "ログインの失敗が多すぎます。",
    not_signed_in: "先にログインしてください。",
    not_admin: "管理者だけができます。",
    not_staff: "管理者とモデレーターだけができます。",
    admin_protected: "管理者やモデレーターにはできません。",
    last_admin: "最後の管理者は外せません。",
    not_found: "もうありません。",
    setup_closed: "このセットアップリンクは使用済みか、期限切れです。",
    zone_fixed:
      "部屋のタイムゾーンは変えられません。起動時に決められているか、今日もう発言があったためです。",
    reset_closed: "このリンクは使用済みか、期限切れです。新しいものを頼んでください。",
    busy: "部屋が混み合っています。",
    unavailable: "部屋は今、何も保存できません。",
  },

  problem: {
    unreachable: { title: "接続なし", detail: "今、部屋につながりません。" },
    part: "ページのその部分が届きませんでした。もう一度どうぞ。",
    retry: (seconds) => `${number(seconds)}秒後にもう一度どうぞ。`,
  },

  foot: {
    language: "言語",
  },

  own: {
    erase: "削除",
    of: (act, text) => `${act}：${isolate(text)}`,
    sure: "全員の画面から消す？",
    felt: (n) => (n === 0 ? "わかるよ" : `わかるよ：${number(n)}人が同じ気持ち`),
    forgotten: (n) => `忘れました：${messages(n)}が消えました。`,
  },

  undo: { action: "元に戻す", deleted: "削除しました。", back: "戻しました。" },

  shield: {
    up: (until) =>
      `${isolate(until)}までシールド中です。新しい人は話すのを待ちます。読むのは誰でもでき、今日もう話した人はそのまま話せます。`,
    down: "シールドを解除しました。また誰でも話せます。",
    proving: "機械の荒らしではないという証明を、ブラウザーが計算しています…",
  },

  picker: {
    title: "絵文字",
  },

  cool: {
    title: "1分のひと息",
    close: "部屋に戻る",
  },

  invite: { title: "招待" },

  settings: { title: "設定" },

  help: {
    title: "相談先",
    lead: "部屋ひとつでは足りない日もあります。話を聞いてくれる人がここにいます。",
  },

  forget: {
    title: "忘れるしくみ",
  },

  receipt: {
    line: (n) => `終わった日の${messages(n)}：消したあと探しましたが、見つかりませんでした。`,
  },
};

export const account: Catalogue["account"] = {
  account: {
    title: "あなたのアカウント",
    tab: "あなたのアカウント：Rage Room",
    as: (user, email) => `${isolate(user)}（${isolate(email)}）でログイン中`,
    loading: "読み込み中…",
  },

  password: {
    title: "パスワードの変更",
    ends: "これまでのログインはすべて切れます。今のこれは続きます。",
    current: "今のパスワード",
    action: "変更する",
    done: "変更しました。これまでのログインはすべて切れました。",
  },

  signIns: {
    title: "ログイン中の場所",
    hint: "残すのは時刻（1時間単位）だけです。",
    since: (when) => `${isolate(when)}から`,
    used: (when) => `最後に使ったのは${isolate(when)}`,
    here: "今のログイン",
    endLabel: (when) => `${when}からのログインを切る`,
    ended: "ログアウトしました。",
    everywhere: "すべてログアウト",
  },

  secondStep: {
    title: "2段階認証",
    text: "パスワードのほかに、スマホのアプリが示すコードも必要になります。パスワードを知られても、入られません。",
    start: "設定する",
    scan: "認証アプリで読み取るか、キーを入力してください。それから、表示されたコードを入れてください。",
    qr: "キーのQRコード",
    key: "キー",
    confirm: "オンにする",
    on: "オンです。",
    left: (n) => `復旧コードは残り${number(n)}個です。`,
    codes: "復旧コード",
    codesText: "アプリの代わりに、それぞれ1回使えます。二度と表示しません。書き留めてください。",
    kept: "書き留めました",
    anyCode: "アプリのコード、または復旧コード",
    renew: "復旧コードを作り直す",
    off: "2段階認証をオフにする",
    isOff: "オフです。",
  },

  leave: {
    title: "アカウントの削除",
    text: "アカウントと、今日あなたが話したことを、今すぐ完全に消します。名前は他の人が使えるようになります。",
    confirm: (user) => `続けるには${isolate(user)}と入力`,
    another: "名前が違います。",
    action: "完全に削除する",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "メッセージへ",
    walk: "次や前のメッセージへ",
    firstAndLast: "表示中の最初と最後へ",
    menu: "メッセージへの操作",
    leave: "入力欄へ戻る。そこからは最後へ",
    write: "入力欄へ",
    list: "この一覧",
    hold: "押している間、流れを止める（スタッフ用）",
    single: "1文字のキーは、書いていないときに働きます",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `${midnight}に消えるもの`,
    messages: "すべてのメッセージ：部屋のデータベースからも、開いているページからも。",
    guests: "すべてのゲスト：今日誰だったのか、明日には誰にもわかりません。",
    stays: "残るもの",
    accounts: "アカウントと、誰がBANされているか。話した内容は決して残りません。",
    drafts: "書いて送っていないものは、あなたのブラウザーに残ります。",
    cannot: "約束できないこと",
    screenshots: "スクリーンショットや、部屋の誰かが取った写し。",
    snapshots: "ディスクのスナップショットやバックアップなど、サーバーの業者が作る写し。",
    memory: "サーバーのメモリーに残る写し。次に使われるまで。",
    me: "今すぐ忘れて",
    lead: "今日あなたが話したことを、すべての画面から消します。",
    sure: "全部消す？",
  },

  mood: {
    ask: "終わった一日を、どんな気持ちで離れますか？",
    angrier: "怒りが増した",
    same: "変わらない",
    calmer: "落ち着いた",
    thanks: "数えました。ほかには何も残しません。",
  },

  receipt: {
    title: (day, zone) => `${isolate(day)}の終わり、${isolate(zone)}`,
    destroyed: (sent, people) => `${number(people)}人の${messages(sent)}を消しました。`,
    clean: (ms) =>
      `そのあと残りを探しましたが、何も見つかりませんでした。かかった時間は${number(ms)}ミリ秒です。`,
    unclean: "そのあと残りを探したところ、まだ何かありました。",
    moods: ({ angrier, same, calmer }) =>
      `答えた人のうち、怒りが増した人${number(angrier)}、変わらない人${number(same)}、落ち着いた人${number(calmer)}。`,
    nothing: "なし",
    methods: {
      key: "その日の鍵を壊しました",
      overwritten: "行を上書きし、先行書き込みログを空にしました",
      unlinked: "テーブルのファイルを消しました",
      deleted: "行を消しました",
    },
    checks: {
      rows: "データベースにあるその日の行",
      key: "手元の鍵でまだ開く標本",
      files: "データベースのファイルにある標本",
      wal: "先行書き込みログの残り",
      replaced: "古いファイルのままのテーブル",
      unlinked: "古いファイルのバイト",
    },
  },
};

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "返信",
    copy: "コピー",
    copied: "コピーしました。",
    notCopied: "このブラウザーではコピーできません。文字を選んで、手でコピーしてください。",
    report: "通報",
    ignore: "今日は無視",
    ignored: (user) => `この名前でいる間、${isolate(user)}さんは午前0時まで見えません。`,
  },

  choices: {
    lead: "このブラウザーだけに保存します。選ばないものは、システムに合わせます。",
    rows: { theme: "色", letters: "文字", lines: "行間", view: "表示", sound: "音" },
    without: {
      theme: "システムに合わせる",
      letters: "標準",
      lines: "ゆったり",
      view: "すべて",
      sound: "オフ",
    },
    light: "明るい",
    dark: "暗い",
    large: "大",
    largest: "特大",
    compact: "詰める",
    quiet: "静かに：2秒に1件、いちばん共感されたもの",
    sound: "よそ見中の最初の新着で鳴らす",
  },

  quiet: "静かな表示：2秒に1件だけ表示しています。",

  coolOffer: { line: "よければ、1分のひと息をどうぞ。", no: "今はいい" },

  breathing: {
    lead: "ゆっくり6回、息をします。何かが片づくわけではない、静かな1分です。",
    breatheIn: "吸って",
    breatheOut: "ゆっくり吐いて",
    left: (seconds) => `あと${number(seconds)}秒`,
    done: "1分たちました。好きなだけどうぞ。",
  },

  emoji: {
    search: "絵文字を探す",
    found: (n) => (n === 0 ? "見つかりません" : `${number(n)}個`),
    groups: [
      "怒り",
      "顔と気持ち",
      "人",
      "動物と自然",
      "食べ物と飲み物",
      "旅と場所",
      "活動",
      "もの",
      "記号",
    ],
  },
};

export const setup: Catalogue["setup"] = {
  setup: {
    title: "部屋を開く",
    lead: "このフォームだけで始められます。ここで作るアカウントが部屋を運営します。",
    topic: "今日のお題",
    topicHint: "今日みんなが何を吐き出すのか。いつでも変えられます。",
    rules: "ルール",
    rulesHint: "空のままでもかまいません。",
    zone: "午前0時のタイムゾーン",
    zoneHint: "そこの午前0時に、話したことはすべて消えます。",
    midnight: (when, left) => `次の午前0時：お手元では${when}、あと${left}`,
    browsers: (zone) => `ブラウザーに合わせる：${isolate(zone)}`,
    fixed: {
      variable: "部屋の起動時に、TIMEZONEで決められています。",
      said: "今日もう発言があったので、今日の午前0時は変わりません。",
    },
    action: "部屋を開く",
    spentTitle: "このセットアップリンクはもう使えません",
    spent: "使用済みか、1時間の期限が過ぎました。",
    spentIn: "最初の管理者がもういるなら、ログインしてください。",
    spentAgain: "いないなら、部屋を止めてもう一度起動すると、新しいリンクが出ます。",
    again: "もう一度",
  },

  signedIn: {
    as: (user) => `${isolate(user)}としてログイン中です。`,
    account: "あなたのアカウント",
  },

  steps: {
    title: "部屋が開きました",
    lead: "あると助かる3つのこと。いつでもどうぞ。",
    topics: "これからの日のお題を用意する",
    moderator: "アカウントを持つ誰かをモデレーターにする",
    link: "部屋のリンクかQRコードを渡す",
    hide: "この一覧を隠す",
  },

  invite: {
    lead: "このリンクがあれば、すぐに読めて、アカウントなしで話せます。",
    link: "部屋のリンク",
    copy: "リンクをコピー",
    copied: "コピーしました。",
    byHand: "コピーできませんでした。リンクを選んであります。手でコピーしてください。",
    share: "共有",
    code: (link) => `${link}のQRコード`,
    here: "このアドレスはこの機械でしか使えません。外からのアドレスで部屋を開き、そこから招待してください。",
  },
};

export const staff: Catalogue["staff"] = {
  act: {
    delete: "削除",
    deleteAll: "この人の発言をすべて削除",
    mute: "ミュート",
    minutes: (n) => `${number(n)}分`,
    midnight: "午前0時",
    ban: "BAN",
  },

  done: {
    delete: "削除しました。",
    deleteAll: (n) => `${messages(n)}を削除しました。`,
    mute: (user, until) => `${isolate(user)}さんを${isolate(until)}までミュートしました。`,
    muteOpen: (user) => `${isolate(user)}さんを、解除するまでミュートしました。`,
    ban: (user, until, n) =>
      `${isolate(user)}さんを${isolate(until)}までBANしました。${messages(n)}を削除しました。`,
    banOpen: (user, n) =>
      `${isolate(user)}さんを、解除するまでBANしました。${messages(n)}を削除しました。`,
    undone: "戻しました。",
    lifted: (user) => `${isolate(user)}さんはまた話せます。`,
  },

  desk: {
    label: "モデレーション",
    hold: "止める",
    holdHint: "流れを止める（Mを押している間も止まります）",
    held: (n) => (n === 0 ? "停止中" : `停止中：${number(n)}`),
    slow: (n) => (n === 0 ? "低速：オフ" : `低速：${number(n)}秒`),
    slowTitle: "1人が次に送れるまでの時間",
    seconds: (n) => (n === 0 ? "オフ" : `${number(n)}秒`),
  },

  shield: {
    title: "シールド",
    about:
      "新しい人が押し寄せたときに。新しい人は話すのを待ち、新しいゲストは証明を計算し、アカウントは作れません。もう話した人は何も変わりません。自動で終わります。",
    raise: "シールドを張る",
    hint: (n) => `${min(n)}間、新しい人は話すのを待ち、荒らしでないことを証明します`,
    up: (until, by) => `${isolate(until)}までシールド（${by === "staff" ? "スタッフ" : "自動"}）`,
    renew: (n) => `今から${min(n)}に延ばす`,
    raised: (n) => `${min(n)}間のシールドを張りました。`,
    end: "シールドを解除",
    ended: "シールドを解除しました。",
  },

  hidden: {
    open: (n) => `非表示${number(n)}件`,
    title: "シールドの前に新しい人が話したこと",
    about: (n) =>
      `シールド前の1分に新しい人が送った${messages(n)}を隠しています。決めるまで、または午前0時までそのままです。`,
    more: (n) => `これより前の${number(n)}件は表示していません`,
    keepLabel: (n) => `${messages(n)}を残す`,
    kept: "元の場所に戻りました。",
    removeLabel: (n) => `${messages(n)}を削除`,
    removed: (n) => `${messages(n)}を削除しました。`,
  },

  reports: {
    open: (n) => (n === 0 ? "通報なし" : `通報${number(n)}件`),
    title: "通報されたメッセージ",
    close: "閉じる",
    none: "通報はありません。",
    count: (n) => `${number(n)}人`,
    hidden: "非表示",
    keep: "残す",
    keepLabel: (user) => `${isolate(user)}さんのメッセージを残す`,
    kept: "残しました。",
    remove: "削除",
    removeLabel: (user) => `${isolate(user)}さんのメッセージを削除`,
    removed: "削除しました。",
  },
};

export const topics: Catalogue["topics"] = {
  days: "これからの日",
  daysHint: "それぞれの日が何で始まるか",
  from: { planned: "予定", rotation: "持ち回り", default: "いつものお題" },
  noRules: "ルールなし",
  rulesHint: "空なら、いつものルールになります。",
  plan: "予定する",
  planLabel: (day) => `${day}のお題を予定する`,
  other: "別の日を予定する",
  date: "日付",
  planned: (day) => `${isolate(day)}のお題を予定しました。`,
  unplanned: (day) => `${isolate(day)}の予定をなくしました。`,
  edit: "編集",
  editLabel: (what) => `編集：${what}`,
  remove: "外す",
  removeLabel: (what) => `外す：${what}`,
  save: "保存",
  rotation: "お題の持ち回り",
  rotationHint: "予定のない日は、順にここから",
  rotationNone: "持ち回りのお題はありません。予定のない日は、いつものお題で始まります。",
  next: "次はこれ",
  add: "お題を足す",
  upTitle: "上へ",
  downTitle: "下へ",
  up: (topic) => `上へ：${topic}`,
  down: (topic) => `下へ：${topic}`,
  moved: (place, of) => `${number(of)}件中${number(place)}番目になりました。`,
  changed: "持ち回りを変えました。",
  full: (most) => `持ち回りに入るお題は${number(most)}件までです。`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept: "このブラウザーはこのページに何も保存しません。離れるとすぐにログインが切れます。",
    tab: "ログイン：Rage Room",
    title: "Rage Roomにログイン",
    lead: "アカウントがあれば名前が残ります。話したことは、やはり午前0時に消えます。",
    tabs: "ログインか登録",
    signIn: "ログイン",
    register: "登録",
    email: "メール",
    username: "ユーザー名",
    usernameHint: "3〜50文字の英字、数字、アンダーバー、ハイフン。みんなに見えます。",
    emailHint: "ログイン用です。管理者だけが見られます。",
    password: "パスワード",
    passwordHint: (least) => `${number(least)}文字以上。`,
    show: "パスワードを表示",
    hide: "パスワードを隠す",
    capsLock: "Caps Lockがオンです。",
    code: "コード",
    busy: "少しお待ちください…",
    registered: "アカウントができました。ログインしてください。",
    back: "部屋に戻る",
    newPassword: "新しいパスワード",
    resetTitle: "新しいパスワードを決める",
    resetLead:
      "ここへ来たリンクは1回だけ使えます。新しいパスワードにすると、これまでのログインはすべて切れます。",
    reset: "パスワードを決める",
    resetDone: "パスワードを決めました。ログインしてください。",
    reasons: {
      needAdmin: "そのページを見るには、管理者かモデレーターとしてログインしてください。",
      notAdmin:
        "そのページは管理者とモデレーターのものです。このアカウントはどちらでもありません。",
      needSignIn: "アカウントを見るにはログインしてください。",
    },
    needed: "必須です。",
    emailShape: "メールアドレスは name@example.com のような形です。",
    usernameShape: "ユーザー名は3〜50文字の英字、数字、アンダーバー、ハイフンです。",
    passwordShort: (least) => `パスワードは${number(least)}文字以上です。`,
  },

  admin: {
    title: "管理：Rage Room",
    sections: "項目",
    nights: "毎夜の記録",
    now: "今",
    people: "利用者",
    room: "部屋へ",
    wipes: "消えるまで",
    figures: "数字",
    here: "今いる人",
    today: "今日のメッセージ",
    minute: "この1分",
    accounts: "アカウント",
    live: "部屋の今",
    liveHint: "新しい順。指している間は止まります",
    waiting: (n) => `新着メッセージ${number(n)}件が待っています`,
    quiet: "今日はまだ発言がありません。",
    delete: "削除",
    deleteLabel: (user) => `${user}さんのこのメッセージを削除`,
    more: "前のメッセージ",
    clear: "全メッセージを消す",
    clearTitle: "全メッセージを消しますか？",
    clearText:
      "今日の言葉が、開いているすべてのページから消えます。5秒間は戻せます。そのあと完全に消えます。",
    clearYes: "全部消す",
    clearType: (n) => `${n}件あります。この数を入力してください：`,
    cancel: "やめる",
    topics: "お題",
    topicTitle: "今日のお題",
    topic: "お題",
    rules: "ルール",
    change: "全員に反映する",
    user: "名前",
    since: "登録",
    action: "操作",
    banned: "BAN中",
    ban: "BAN",
    unban: "BAN解除",
    banLabel: (user) => `${user}さんをBAN`,
    unbanLabel: (user) => `${user}さんのBANを解除`,
    banTitle: (user) => `${isolate(user)}さんをBANしますか？`,
    banText: "開いているページはすぐに閉じ、ログインは使えなくなります。",
    page: (from, to) => (to < from ? "これ以上いません" : `${number(from)}〜${number(to)}`),
    previous: "前へ",
    next: "次へ",
    working: "処理中…",
    loading: "読み込み中…",
    number: number,
    deleted: "メッセージがすべてのページから消えました。",
    cleared: "今日の言葉がすべて消えました。",
    changed: "お題が全員に変わりました。",
    wasBanned: (user) => `${isolate(user)}さんをBANしました。`,
    wasUnbanned: (user) => `${isolate(user)}さんはまた入れます。`,
    linkLost: "ライブ表示が切れました。自動で戻ります。",
  },

  day: {
    title: "今日のここまで",
    messages: "1分ごとのメッセージ",
    people: "人数",
    refusals: "1分ごとの拒否",
    byCode: "コード別の拒否",
    most: (n, at) => `最多${number(n)}、${at}`,
    none: "まだありません",
    nodes: (n, shares) => `${number(n)}ノード：${shares}`,
    thisNode: "このノード",
    byStanding: "1分ごとの話し手",
    lately: "直近の1分",
    standings: { staff: "スタッフ", regular: "常連", heard: "話した人", new: "新しい人" },
  },

  find: {
    label: "名前かメールの先頭",
    sort: "並び順",
    by: {
      oldest: "登録が古い順",
      newest: "登録が新しい順",
      name: "名前順",
    },
  },

  acts: {
    label: (user) => `${user}さんのこのメッセージへの操作`,
    title: (user) => `${isolate(user)}さんへの操作`,
    reason: "理由（あれば）",
    reasonHint: "本人に伝え、スタッフの操作記録に残します。",
    mute: "ミュート",
    minutes: (n) => `${number(n)}分`,
    midnight: "午前0時まで",
    more: "追い出す",
    banHint: "BANはゲストなら午前0時まで、アカウントなら解除まで続き、今日の発言もなくなります。",
    eraseAll: "発言をすべて削除",
    erasedAll: "今日の発言が、すべてのページから消えました。",
    wasMuted: (user) => `${isolate(user)}さんをミュートしました。`,
  },

  sanctions: {
    tab: "制限",
    title: "ミュート中・BAN中の人",
    none: "ミュート中やBAN中の人はいません。",
    muted: "ミュート中",
    until: (when) => `${isolate(when)}まで`,
    open: "解除まで",
    reason: (reason) => `理由：${isolate(reason)}`,
    lift: "解除",
    liftLabel: (user) => `${user}さんの制限を解除`,
    lifted: "解除しました。",
  },

  audit: {
    tab: "記録",
    title: "スタッフがしたこと",
    hint: "90日残します。話した内容は残しません",
    none: "まだ何もありません。",
    older: "前の記録",
    targets: {
      message: (id) => `メッセージ ${id}`,
      account: (id) => `アカウント ${id}`,
      event: (id) => `出来事 ${id}`,
    },
    acts: {
      message_erased: "メッセージを削除した",
      sender_erased: "ある人の発言をすべて削除した",
      account_deleted: "アカウントを削除した",
      reset_opened: "新しいパスワードのリンクを作った",
      cleared: "部屋を空にした",
      undone: "削除したものを戻した",
      topic_set: "お題を変えた",
      topic_planned: "ある日のお題を予定した",
      topic_unplanned: "ある日のお題の予定を取り消した",
      rotation_set: "お題の持ち回りを変えた",
      slow_mode_set: "低速モードを始めた",
      slow_mode_ended: "低速モードを終えた",
      shield_raised: "シールドを張った",
      shield_ended: "シールドを解除した",
      hidden_kept: "隠したものを戻した",
      hidden_removed: "隠したものを削除した",
      swept: "新しい人の発言を削除した",
      report_kept: "通報されたメッセージを残した",
      report_removed: "通報されたメッセージを削除した",
      muted: "誰かをミュートした",
      banned: "誰かをBANした",
      unbanned: "BANを解除した",
      lifted: "制限を解除した",
      admin_made: "誰かを管理者にした",
      admin_unmade: "管理者を外した",
      moderator_made: "誰かをモデレーターにした",
      moderator_unmade: "モデレーターを外した",
    },
  },

  mode: {
    slow: "低速モード",
    slowHint: "スタッフ以外の人が、次に送れるまでの時間です。",
    off: "オフ",
    set: (n) => (n === 0 ? "低速モードはオフです。" : `これからは${number(n)}秒に1件までです。`),
  },

  role: {
    button: "役割",
    label: (user) => `${user}さんの役割`,
    title: (user) => `${isolate(user)}さんの役割`,
    names: { member: "メンバー", moderator: "モデレーター", admin: "管理者" },
    may: {
      member: "自分の名前で話します。",
      moderator: "メッセージの削除、ミュート、BAN、低速モードができます。",
      admin: "それに加えて、お題を変え、スタッフを決めます。",
    },
    ends: "役割を失った人は、すべてログアウトになります。",
    save: "役割を変更",
    changed: (user, role) => `${isolate(user)}さんの役割が変わりました：${role}。`,
  },

  owner: {
    button: "アカウント",
    label: (user) => `${user}さんのアカウント`,
    title: (user) => `${isolate(user)}さんのアカウント`,
    resetTitle: "忘れたパスワード",
    resetText:
      "新しいパスワードを決めるためのリンクです。1時間以内に1回使えます。本人だけに渡してください。2段階認証はそのままです。",
    reset: "リンクを作る",
    link: "新しいパスワードのリンク",
    copy: "コピー",
    copied: "コピーしました。",
    made: "作りました。前のリンクはもう使えません。",
    deleteText: "アカウントと今日の発言を、今すぐ完全に消します。",
    deleted: (user) => `${isolate(user)}さんのアカウントが消えました。`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "メッセージ",
  moderator: "モデレーター",
  admin: "管理者",
  newDay: "午前0時。それまでの言葉はすべて消えました。",
  cleared: "モデレーターが部屋を空にしました。",
  lost: "接続が切れました。自動で戻ります。",
  closed: "この部屋にはここから入れません。",
  open: (host) => `${host}のRage Room`,
};

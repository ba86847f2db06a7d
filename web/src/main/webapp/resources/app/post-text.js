/* The rules of text in the browser: what PostText.java (the built-in timeline) and TextLimits.java (other networks) do on
   the server. Both run post-text-cases.json. The patterns are those of twitter-text 3.1.0's Regex.java, written for a `u` expression. */
globalThis.postText = (() => {
  "use strict";
  const LIMIT = 140;
  const URL_LENGTH = 23;
  const LONGEST_URL = 4096;

  /* Java's Character.isWhitespace, which String.strip() takes away; no-break spaces stay. */
  const SPACE = "[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";
  const STRIP = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");

  const accents =
    "\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff\\u0100-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263" +
    "\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff";
  const letter = `a-zA-Z0-9${accents}`;
  const punctuation = "\\-_!\"#$%&'()*+,.\\/:;<=>?@\\[\\]\\^`\\{\\|\\}~";
  const foreign = `[^${punctuation}\\t\\n\\v\\f\\r \\p{Z}\\u2000-\\u206F]`;

  /* Java ignores the case of ASCII only; the flag `i` would go further. */
  const anyCase = (text) => text.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`);
  const suffix = (list) => `(?:(?:${anyCase(list)})(?![a-zA-Z0-9@+\\-]))`;
  const general = suffix(postTextRules.general);
  const country = suffix(postTextRules.country);
  const subdomain = `(?:(?:[${letter}][${letter}\\-_]*)?[${letter}]\\.)`;
  const name = `(?:(?:[${letter}][${letter}\\-]*)?[${letter}]\\.)`;
  const foreignName = `(?:(?:${foreign}(?:${foreign}|-)*)?${foreign}\\.)`;
  const scheme = "[hH][tT][tT][pP][sS]?:\\/\\/";
  const domain =
    `${subdomain}*${name}(?:${general}|${country}|(?:[xX][nN]--[\\-0-9a-zA-Z]+))` +
    `|(?<=${scheme})(?:${name}${country}|${foreignName}(?:${general}|${country}))` +
    `|${name}${country}(?=\\/)`;

  const inPath = `[a-zA-Z0-9!*';:=+,.$\\/%#\\[\\]\\-\\u2013_~\\|&@${accents}\\u0400-\\u04ff]`;
  const parens = `\\((?:${inPath}+|(?:${inPath}*\\(${inPath}+\\)${inPath}*))\\)`;
  const pathEnd = `[a-zA-Z0-9=_#\\/\\-+${accents}\\u0400-\\u04ff]|(?:${parens})`;
  const path = `(?:(?:${inPath}*(?:${parens}${inPath}*)*${pathEnd})|(?:@${inPath}+\\/))`;
  const query = "\\?[a-zA-Z0-9!?*'();:&=+$\\/%#\\[\\]\\-_.,~\\|@]*[a-zA-Z0-9\\-_&=#\\/]";

  const before =
    "(?:[^a-zA-Z0-9@＠$#＃\\uFFFE\\uFEFF\\uFFFF]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]|^)";
  const LINK = new RegExp(
    `(${before})((${scheme})?(${domain})(?::[0-9]+)?(?:\\/${path}*)?(?:${query})?)`, "gu");
  const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[a-z0-9!?*'();:&=+$/%#[\]\-_.,~|@]*[a-z0-9\-_&=#/])?/i;
  const LONGEST_SLUG = 40;

  const tagLetter = "\\p{L}\\p{M}";
  const tagSign =
    `${tagLetter}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb` +
    "\\u3003\\u0f0b\\u0f0c\\u00b7";
  const TAG = new RegExp(
    `(^|\\uFE0E|\\uFE0F|[^&${tagSign}])([#＃])(?![\\uFE0F\\u20E3])([${tagSign}]*[${tagLetter}][${tagSign}]*)`, "gu");
  const MENTION =
    /([^a-zA-Z0-9_!#$%&*@＠]|^|(?:^|[^a-zA-Z0-9_+~.\-])[rR][tT]:?)([@＠]+)([a-zA-Z0-9_]{1,20})(\/[a-zA-Z][a-zA-Z0-9_\-]{0,24})?/gu;
  const AFTER_MENTION = new RegExp(`^(?:[@＠${accents}]|:\\/\\/)`, "u");

  const normalise = (typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").replace(STRIP, "");
  const points = (text) => Array.from(text).length;

  /* What can be a name in the DNS: no empty label, none longer than 63. */
  const isHost = (host) => host.split(/[.\u3002\uFF0E\uFF61]/).every((label) => label !== "" && points(label) <= 63);

  function links(text) {
    const found = [];
    if (!text.includes(".")) return found;
    for (const match of text.matchAll(LINK)) {
      const [, lead, whole, protocol, host] = match;
      if (!protocol && /[-_./]$/.test(lead)) continue;
      const start = match.index + lead.length;
      let url = whole;
      const short = SHORTENED.exec(url);
      if (short) {
        if (short[1].length > LONGEST_SLUG) continue;
        url = short[0];
      }
      if (url.length <= LONGEST_URL && isHost(host)) {
        found.push({ kind: "url", start, end: start + url.length, value: url });
      }
    }
    return found;
  }

  function hashtags(text) {
    const found = [];
    for (const match of text.matchAll(TAG)) {
      const start = match.index + match[1].length;
      const end = match.index + match[0].length;
      if (!/^(?:[#＃]|:\/\/)/.test(text.slice(end))) {
        found.push({ kind: "hashtag", start, end, value: match[3] });
      }
    }
    return found;
  }

  function mentions(text) {
    const found = [];
    for (const match of text.matchAll(MENTION)) {
      const end = match.index + match[0].length;
      if (!AFTER_MENTION.test(text.slice(end))) {
        found.push({ kind: "mention", start: match.index + match[1].length, end, value: match[3] });
      }
    }
    return found;
  }

  /* All that is found, in order; what overlaps the last that was kept is dropped. */
  function entities(text) {
    const all = [...links(text), ...hashtags(text), ...mentions(text)].sort((a, b) => a.start - b.start);
    const kept = [];
    for (const each of all) {
      if (kept.length === 0 || kept.at(-1).end <= each.start) kept.push(each);
    }
    return kept;
  }

  /* Mastodon: what readers see as one sign counts one, only a link with its scheme counts 23, of @name@server the name. */
  const REMOTE_MENTION = /(?<![\w/])(@\w+)@[\w.-]+\w/g;
  const WITH_SCHEME = /^https?:\/\//i;
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const signs = (text, counting) => counting === "GRAPHEMES_LINKS_AS_23"
    ? Array.from(segmenter.segment(text), (each) => each.segment) : Array.from(text);

  /* What counts otherwise than by its signs: links, and mentions on other servers. */
  function wholes(text, counting) {
    if (counting === "CODE_POINTS") return [];
    const found = links(text).filter((link) => counting === "LINKS_AS_23" || WITH_SCHEME.test(link.value))
      .map(({ start, end }) => ({ start, end, counted: "x".repeat(URL_LENGTH) }));
    if (counting !== "GRAPHEMES_LINKS_AS_23") return found;
    const mentions = [...text.matchAll(REMOTE_MENTION)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length, counted: match[1] }))
      .filter((each) => found.every((link) => each.end <= link.start || each.start >= link.end));
    return [...found, ...mentions].sort((a, b) => a.start - b.start);
  }

  /* Counted length of a normalised text, by the built-in timeline's rule unless another is named. */
  function length(text, counting = "LINKS_AS_23") {
    let counted = "";
    let at = 0;
    for (const whole of wholes(text, counting)) {
      counted += text.slice(at, whole.start) + whole.counted;
      at = whole.end;
    }
    return signs(counted + text.slice(at), counting).length;
  }

  /* Index in the text from which on it is too much; the text's length when it is not. A link is too much as a whole. */
  function overflow(text, rule = { most: LIMIT, counting: "LINKS_AS_23" }) {
    if (length(text, rule.counting) <= rule.most) return text.length;
    const spans = wholes(text, rule.counting);
    let counted = 0;
    let at = 0;
    while (at < text.length) {
      const whole = spans.find((each) => each.start === at);
      const next = spans.find((each) => each.start > at)?.start ?? text.length;
      const [sign] = whole ? [text.slice(at, whole.end)] : signs(text.slice(at, Math.min(next, at + 64)), rule.counting);
      counted += whole ? signs(whole.counted, rule.counting).length : 1;
      if (counted > rule.most) return at;
      at += sign.length;
    }
    return at;
  }

  return { LIMIT, normalise, length, entities, overflow };
})();

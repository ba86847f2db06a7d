/* The built-in timeline's rule of text, in the browser: what PostText.java does on the server. Both run
   post-text-cases.json. The patterns are those of twitter-text 3.1.0's Regex.java, written for a `u` expression. */
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

  /* Counted length of a normalised text. */
  function length(text) {
    return links(text).reduce(
      (sum, link) => sum + URL_LENGTH - points(text.slice(link.start, link.end)), points(text));
  }

  /* Index in the text from which on it is too much; the text's length when it is not. A link is too much as a whole. */
  function overflow(text) {
    let counted = 0;
    let at = 0;
    const spans = links(text);
    while (at < text.length) {
      const link = spans.find((each) => each.start === at);
      const step = link ? link.end - link.start : String.fromCodePoint(text.codePointAt(at)).length;
      counted += link ? URL_LENGTH : 1;
      if (counted > LIMIT) return at;
      at += step;
    }
    return at;
  }

  return { LIMIT, normalise, length, entities, overflow };
})();

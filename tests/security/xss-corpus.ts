/**
 * Hostile content in the families that are published: OWASP’s filter evasion cheat sheet, html5sec.org, DOMPurify’s
 * and Lexical’s past bypasses, WordPress block markup. `{js}` stands for a call that tells on whoever runs it,
 * `{canary}` for an address that nobody may ask.
 */
import * as families from './xss-html.ts';
import { markdown, wordPressBlocks } from './xss-markup.ts';

type Family = readonly string[];

/** Addresses that run, or lead where a link of a post may not. Every one is tried as a link, a picture and more. */
export const hostileAddresses: Family = [
  'javascript:{js}',
  'JaVaScRiPt:{js}',
  ' javascript:{js}',
  '\x01javascript:{js}',
  '\x1f\x1ejavascript:{js}',
  'java\tscript:{js}',
  'java\nscript:{js}',
  'java\r\nscript:{js}',
  'j\na\nv\na\ns\nc\nr\ni\np\nt\n:{js}',
  'javascript\t:{js}',
  'javascript:\u2028{js}',
  'javascript://example.org/%0a{js}',
  'javascript:/*--></title></style></textarea></script><svg/onload={js}>*/{js}',
  'java&#115;cript:{js}',
  '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;{js}',
  '&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058{js}',
  '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;{js}',
  'jav&#x09;ascript:{js}',
  'jav&#x0A;ascript:{js}',
  'jav&#x0D;ascript:{js}',
  'jav&Tab;ascript:{js}',
  'java&NewLine;script:{js}',
  'javascript&colon;{js}',
  'javascript&#58;{js}',
  '&#14; javascript:{js}',
  'javascript%3A{js}',
  'feed:javascript:{js}',
  'view-source:javascript:{js}',
  'jar:javascript:{js}',
  'vbscript:msgbox({js})',
  'livescript:{js}',
  'mocha:{js}',
  'data:text/html,<script>{js}</script>',
  'data:text/html;base64,PHNjcmlwdD5fX3hzcygwKTwvc2NyaXB0Pg==',
  'DATA:text/html;charset=utf-8,<svg onload={js}>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><script>{js}</script></svg>',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">{js}</script>',
  'blob:null/{js}',
  'filesystem:http://x/{js}',
  'file:///etc/passwd',
  'ms-msdt:/id {js}',
  'about:blank#{js}',
  'intent://x#Intent;scheme=javascript;end',
];

/** A payload where plain text is expected: titles, captions, names, terms, notices. */
export const hostileTexts: Family = [
  '<img src=x onerror={js}>',
  '"><img src=x onerror={js}>',
  '\'"--></style></script><svg onload={js}>',
  '</textarea><script>{js}</script>',
  '</title><script>{js}</script>',
  '{{constructor.constructor("{js}")()}}',
  '${{js}}',
  '$t(app:close, { "x": "<img src=x onerror={js}>" })',
  'javascript:{js}',
  '\u202e<svg onload={js}>',
  '&lt;img src=x onerror={js}&gt;',
];

export interface Vector {
  /** What `{js}` calls `__xss` with. */
  readonly id: number;
  readonly family: string;
  readonly text: string;
}

/** An address of the canary; everything that leaves for it is a fault. */
export type Canary = string;

const html = {
  ...families,
  links: hostileAddresses.map((address) => `<a href="${attribute(address)}">link</a>`),
  newWindows: hostileAddresses.map(
    (address) => `<a target=_blank rel=opener href="${attribute(address)}">x</a>`,
  ),
  pictures: hostileAddresses.map((address) => `<img src="${attribute(address)}" alt=x>`),
  pings: [
    '<a href="https://example.org/" ping="{canary}/ping">x</a>',
    '<area href="javascript:{js}" ping="{canary}/p">',
  ],
};

function attribute(address: string): string {
  return address.replaceAll('"', '&quot;');
}

function spell(families: Readonly<Record<string, Family>>, canary: Canary, from: number): Vector[] {
  let id = from;
  return Object.entries(families).flatMap(([family, texts]) =>
    texts.map((text) => ({ id: ++id, family, text: spelled(text, id, canary) })),
  );
}

/** The text with its placeholders filled in. */
export function spelled(text: string, id: number, canary: Canary): string {
  return text
    .replaceAll('{js}', `__xss(${id})`)
    .replaceAll('{canaryHost}', canary.replace(/^https?:\/\//, ''))
    .replaceAll('{canary}', canary);
}

export const htmlVectors = (canary: Canary): Vector[] => spell(html, canary, 0);
export const markdownVectors = (canary: Canary): Vector[] => spell({ markdown }, canary, 1_000);
export const blockVectors = (canary: Canary): Vector[] => spell({ wordPressBlocks }, canary, 2_000);
export const addressVectors = (canary: Canary): Vector[] => spell({ hostileAddresses }, canary, 3_000);
export const textVectors = (canary: Canary): Vector[] => spell({ hostileTexts }, canary, 4_000);

/** Posts as a real library has them: Polish and English words, a few common and many rare. */
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, paragraphOf } from '../main/connectors/sample-post.ts';
import { seededRandom, type SeededRandom } from '../torture/seeded-random.ts';

/** Sounds a syllable is made of, the common ones first; an empty end is the commonest. */
const sounds = {
  pl: {
    onset:
      'p,n,w,z,t,s,m,k,d,r,st,prz,j,b,c,cz,sz,pr,rz,g,l,ł,ch,ż,dz,kr,tr,sk,gr,dr,br,sp,pl,kl,zw,ś,ć,szcz,wr,kw,sł,gł,ź,chr,wsp,f,h,trz,krz,bł',
    nucleus: 'a,e,o,i,y,u,ie,ia,ę,ą,ó,io',
    coda: ',,,,,,n,j,m,r,w,k,ch,l,t,s,ć,ść,cz,sz,ł,ż,nt,rt',
  },
  en: {
    onset:
      't,s,c,m,p,d,b,r,l,h,w,f,n,g,st,pr,tr,th,sh,ch,v,k,y,cr,br,gr,pl,cl,fr,bl,sp,sc,dr,fl,sl,str,wh,qu,j,sm,tw,sn,thr,spr',
    nucleus: 'e,a,i,o,u,ea,ai,ou,oo,ee,ie,y',
    coda: ',,,,n,r,t,s,l,d,m,ng,ck,nt,st,p,rs,nd,ll,rd,x,ght',
  },
} as const;
const vocabularySize = 40_000;

function vocabulary(random: SeededRandom, language: 'pl' | 'en'): string[] {
  const { onset, nucleus, coda } = sounds[language];
  const parts = [onset, nucleus, coda].map((list) => list.split(','));
  // Common sounds far more often than rare ones.
  const sound = (list: readonly string[]) => list[Math.floor(list.length * random.next() ** 1.7)] ?? '';
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    // The commonest words are found first, and are short.
    const syllables = 1 + random.below(words.size < 300 ? 2 : 4);
    words.add(Array.from({ length: syllables }, () => parts.map(sound).join('')).join(''));
  }
  return [...words];
}

export interface Generator {
  words(count: number, language?: 'pl' | 'en'): string;
  post(wordCount: number): PostDocument;
}

export function createGenerator(seed: number): Generator {
  const random = seededRandom(seed);
  const words = { pl: vocabulary(random, 'pl'), en: vocabulary(random, 'en') };
  /** As in language: the n-th word comes about n times more seldom than the first (Zipf). */
  const word = (language: 'pl' | 'en') =>
    words[language][Math.floor(vocabularySize ** random.next()) - 1] ?? '';
  const some = (count: number, language: 'pl' | 'en') =>
    Array.from({ length: count }, () => word(language)).join(' ');
  return {
    words: (count, language = 'pl') => some(count, language),
    post(wordCount) {
      const language = random.next() < 0.5 ? 'pl' : 'en';
      const paragraphs = Math.max(1, Math.round(wordCount / 60));
      return {
        ...emptyDocument(language),
        title: some(3 + random.below(5), language),
        excerpt: some(12, language),
        categories: [`Kategoria ${random.below(20)}`],
        tags: [`tag${random.below(500)}`],
        body: bodyOf(
          ...Array.from({ length: paragraphs }, () =>
            paragraphOf(`${some(Math.round(wordCount / paragraphs), language)}.`),
          ),
        ),
      };
    },
  };
}

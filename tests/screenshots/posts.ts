/** What stands in the pictures of the README: a small library, written as people write. */
export interface SamplePost {
  readonly title: string;
  readonly html: string;
  readonly category?: string;
  /** What its picture shows. */
  readonly alt?: string;
}

export const polishPost: SamplePost = {
  title: 'Marketing dla programistów: od czego zacząć?',
  category: 'Marketing',
  alt: 'Góry o zmierzchu',
  html: `<p>Dobry produkt nie sprzedaje się sam. Sprzedaje go <strong>historia</strong>, którą o nim opowiadasz – najpierw sobie, potem zespołowi, a na końcu klientom.</p>
<h2>Zacznij od jednego czytelnika</h2>
<p>Zanim napiszesz pierwsze zdanie, odpowiedz na trzy pytania:</p>
<ul><li>kto to przeczyta – i po co,</li><li>co zrobi inaczej jutro rano,</li><li>dlaczego ma uwierzyć właśnie Tobie.</li></ul>
<blockquote>Pisz tak, jakbyś tłumaczył to koledze z działu obok. Potem skreśl połowę.</blockquote>
<h2>Mierz to, co zmienia decyzje</h2>
<p>Liczba odsłon cieszy, ale niczego nie uczy. Patrz na <a href="https://example.org/lejek">lejek</a>: ile osób doszło do końca wpisu, ile wróciło, ile napisało.</p>
<h3>Prosty plan na kwartał</h3>
<ol><li>Jeden wpis w tygodniu, zawsze we wtorek.</li><li>Jedna rzecz do wypróbowania na końcu.</li><li>Jedna rozmowa z czytelnikiem.</li></ol>
<p>Reszta to cierpliwość.</p>`,
};

export const englishPost: SamplePost = {
  title: 'A quiet week in the mountains',
  category: 'Notes',
  alt: 'Mountains at dusk',
  html: `<p>We left the laptops in the valley. For six days the only notifications were the weather and the kettle, and I wrote more than in the whole of October.</p>
<h2>What the silence is good for</h2>
<p>Nothing happens at once. You read a page, look up, and the light has changed; you read it again and it says <em>something else</em>.</p>
<ul><li>Long thoughts need a long morning.</li><li>A notebook does not ask what you want to do next.</li><li>Everything worth keeping survived the walk home.</li></ul>
<blockquote>The best editor I know is a steep path.</blockquote>
<p>Back in the valley the post went out by itself, at the first bar of signal.</p>`,
};

export const otherPosts: readonly SamplePost[] = [
  {
    title: 'Jak czytać raporty z kampanii',
    html: '<p>Trzy wykresy, które warto znać, i pięć, które można pominąć.</p>',
  },
  {
    title: 'Notes from a small conference',
    html: '<p>Forty people, one room, no slides. Here is what stayed with me.</p>',
  },
  { title: 'Żółw, zając i termin', html: '<p>O tym, dlaczego regularność wygrywa z natchnieniem.</p>' },
  {
    title: 'Ten sentences that sell nothing',
    html: '<p>Cut these from your landing page today and nobody will miss them.</p>',
  },
  {
    title: 'Newsletter: dziesięć lekcji',
    html: '<p>Po roku i pięćdziesięciu wydaniach wiemy, czego nie robić.</p>',
  },
  {
    title: 'The interview that changed our pricing',
    html: '<p>One question, asked twice, and a long silence in between.</p>',
  },
];

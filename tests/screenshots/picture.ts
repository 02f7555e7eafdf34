/** A picture for the sample posts: mountains in the evening, drawn rather than found. */
import sharp from 'sharp';

export function mountains(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="640" viewBox="0 0 1200 640">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b4a7f"/><stop offset=".55" stop-color="#e8a87c"/><stop offset="1" stop-color="#f6d8b8"/></linearGradient></defs>
    <rect width="1200" height="640" fill="url(#sky)"/><circle cx="860" cy="300" r="54" fill="#fff1d6"/>
    <path d="M0 430l180-120 130 90 200-190 210 210 150-110 330 170v160H0z" fill="#5a6b93"/>
    <path d="M0 500l220-90 190 80 230-120 260 130 300-70v210H0z" fill="#3c4a70"/>
    <path d="M0 570l300-60 260 50 320-70 320 60v90H0z" fill="#232d4b"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer();
}

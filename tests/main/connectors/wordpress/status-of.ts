/** The HTTP status of a page as the public sees it. */
export async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  // An answer left unread can end the process in Node 24 (nodejs/undici#5360).
  await response.arrayBuffer();
  return response.status;
}

/** Gives the person a file to keep: the browser, or Electron, asks or decides where. */

/** A web page under this name; characters no file name may have are replaced. */
export function download(html: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  link.download = name.replace(/[/\\:*?"<>|\u0000-\u001f]/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

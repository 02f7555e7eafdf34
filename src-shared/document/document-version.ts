/** Which form of the document this application writes; older ones are upgraded as they are read. */
export const currentDocumentVersion = 1;

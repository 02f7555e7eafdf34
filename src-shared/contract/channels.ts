/** Names of the two IPC channels that carry envelopes in Electron, and of the farewell before quitting. */
export const toMainChannel = 'brulion:request';
export const fromMainChannel = 'brulion:message';
/** Main asks a window to save what it has; the window answers on the same channel when that is done. */
export const flushChannel = 'brulion:flush';

/**
 * Puts the contract's outline into the renderer as a constant. The schemas it is made of are asked by the main side only;
 * to make them took a third of the time in which the page's script begins.
 */
import { normalizePath, runnerImport, type Plugin } from 'vite';

/** `file` is the module that exports `contractOutline`. The build fails where a schema comes in by another way. */
export function contractOutline(file: string): Plugin {
  return {
    name: 'brulion:contract-outline',
    enforce: 'pre',
    async load(id) {
      if (normalizePath(id) !== normalizePath(file)) return null;
      const { module } = await runnerImport<{ contractOutline: unknown }>(file);
      return `export const contractOutline = ${JSON.stringify(module.contractOutline)};`;
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const schemas =
          chunk.type === 'chunk' && chunk.moduleIds.find((id) => /\/node_modules\/zod\//.test(id));
        if (schemas) this.error(`${chunk.fileName} has schemas in it: ${schemas}`);
      }
    },
  };
}

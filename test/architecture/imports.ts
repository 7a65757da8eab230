import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One import statement of a source file, by paths relative to the root. */
export interface Import {
  readonly file: string;
  /** A path relative to the root for files of this repository, else the package's name. */
  readonly target: string;
}

const packages: Record<string, string> = {
  '@probity/analytics': 'analytics/src/index.ts',
  '@probity/migrations': 'migrations/src/index.ts',
};

/** Source files below a folder, without tests, builds and generated code. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist|generated)\//.test(file));
}

function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.vue')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
}

/** Every import of a file, dynamic and type-only ones included. */
export function importsOf(root: string, file: string): Import[] {
  const text = scriptOf(file, readFileSync(join(root, file), 'utf8'));
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('.')) {
      const path = relative(root, resolve(root, dirname(file), fileName));
      return { file, target: path.replace(/\.js$/, '.ts') };
    }
    const name = fileName
      .split('/')
      .slice(0, fileName.startsWith('@') ? 2 : 1)
      .join('/');
    return { file, target: packages[fileName] ?? name };
  });
}

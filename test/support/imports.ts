import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';

/** Every TypeScript file below a folder of the project. */
export const sourcesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file));

function resolved(from: string, specifier: string): string | undefined {
	const path = join(dirname(from), specifier);
	return [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
}

/** What each of the files imports of the project, imports of types included. */
export function importsOf(files: readonly string[]): Map<string, string[]> {
	const read = (file: string) =>
		preProcessFile(readFileSync(file, 'utf8'))
			.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
			.map(({ fileName }) => resolved(file, fileName))
			.filter((path) => path !== undefined);
	return new Map(files.map((file) => [file, read(file)]));
}

/** The first way that leads from a file back to it; nothing where there is none. */
export function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const done = new Set<string>();
	const walk = (file: string, way: readonly string[]): string[] | undefined => {
		const before = way.indexOf(file);
		if (before >= 0) return [...way.slice(before), file];
		if (done.has(file)) return undefined;
		for (const next of graph.get(file) ?? []) {
			const circle = walk(next, [...way, file]);
			if (circle) return circle;
		}
		done.add(file);
		return undefined;
	};
	for (const file of graph.keys()) {
		const circle = walk(file, []);
		if (circle) return circle;
	}
	return undefined;
}

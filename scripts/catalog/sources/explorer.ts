import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExplorerFacts, Shape } from '../types';

const HOME = join(__dirname, '../../../catalog/facts/explorer');
const ANSWERS = join(HOME, 'answers');

interface AnswersFile {
	shapes: Record<string, Shape>;
	answers: Record<string, Shape>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** What the API explorer and the official CLI's registry say, each with the domain whose file it stands in. */
export const readExplorer = (): { domain: string; explorer: ExplorerFacts }[] =>
	readdirSync(HOME)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.flatMap((file) =>
			read<ExplorerFacts[]>(join(HOME, file)).map((explorer) => ({ domain: file.replace(/\.json$/, ''), explorer })),
		);

/** A shape with what it names (`#3`) put in its place. */
function whole(shape: Shape, shapes: Record<string, Shape>): Shape {
	if (typeof shape === 'string') return shape.startsWith('#') ? whole(shapes[shape] ?? {}, shapes) : shape;
	if (Array.isArray(shape)) return [whole(shape[0], shapes)];
	return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, whole(each, shapes)]));
}

/** The shape of each answer's `data`, by the endpoint's id. */
export const readExplorerAnswers = (): Map<string, Shape> =>
	new Map(
		(existsSync(ANSWERS) ? readdirSync(ANSWERS) : []).sort().flatMap((file) => {
			const { shapes, answers } = read<AnswersFile>(join(ANSWERS, file));
			return Object.entries(answers).map(([id, shape]): [string, Shape] => [id, whole(shape, shapes)]);
		}),
	);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whole, type ShapesFile } from '../shapes';
import type { ExplorerFacts, Shape } from '../types';

const HOME = join(__dirname, '../../../catalog/facts/explorer');
const ANSWERS = join(HOME, 'answers');

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** What the API explorer and the official CLI's registry say, each with the domain whose file it stands in. */
export const readExplorer = (): { domain: string; explorer: ExplorerFacts }[] =>
	readdirSync(HOME)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.flatMap((file) =>
			read<ExplorerFacts[]>(join(HOME, file)).map((explorer) => ({ domain: file.replace(/\.json$/, ''), explorer })),
		);

/** The shape of each answer's `data`, by the endpoint's id. */
export const readExplorerAnswers = (): Map<string, Shape> =>
	new Map(
		(existsSync(ANSWERS) ? readdirSync(ANSWERS) : []).sort().flatMap((file) => {
			const { shapes, answers } = read<ShapesFile>(join(ANSWERS, file));
			return Object.entries(answers).map(([id, shape]): [string, Shape] => [id, whole(shape, shapes)]);
		}),
	);

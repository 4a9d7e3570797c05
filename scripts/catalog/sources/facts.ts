import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Correction, Facts, NotExclusive } from '../types';

const HOME = join(__dirname, '../../../catalog/facts');
const OTHERS = new Set(['corrections.json', 'domains.json', 'notExclusive.json']);

const read = <T>(file: string): T => JSON.parse(readFileSync(join(HOME, file), 'utf8')) as T;

export interface DomainFacts {
	domain: string;
	facts: Facts;
}

/** The project's own facts, each with the domain whose file it stands in. */
export const readFacts = (): DomainFacts[] =>
	readdirSync(HOME)
		.filter((file) => file.endsWith('.json') && !OTHERS.has(file))
		.sort()
		.flatMap((file) => read<Facts[]>(file).map((facts) => ({ domain: file.replace(/\.json$/, ''), facts })));

export const readCorrections = (): Correction[] => read<Correction[]>('corrections.json');

export const readNotExclusive = (): NotExclusive[] => read<NotExclusive[]>('notExclusive.json');

export const readDomains = (): Record<string, { en: string; zh: string }> => read('domains.json');

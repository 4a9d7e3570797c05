import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whole, type ShapesFile } from '../../scripts/catalog/shapes';
import type { Shape } from '../../scripts/catalog/types';
import type { Endpoint } from './endpoints';

export type { Shape } from '../../scripts/catalog/types';
export type ObjectShape = { [name: string]: Shape };

const FOLDER = join(__dirname, 'responses');
const domains = new Map<string, ShapesFile>();

export const isObjectShape = (shape: Shape | undefined): shape is ObjectShape =>
	typeof shape === 'object' && !Array.isArray(shape);

/** The shape of an answer's `data`, as `scripts/responses.ts` wrote it; `{}` for endpoints without one. */
export function shapeOfAnswer({ domain, id }: Endpoint): ObjectShape {
	let file = domains.get(domain);
	if (!file) {
		const path = join(FOLDER, `${domain}.json`);
		file = existsSync(path)
			? (JSON.parse(readFileSync(path, 'utf8')) as ShapesFile)
			: { shapes: {}, answers: {} };
		domains.set(domain, file);
	}
	const shape = whole(file.answers[id] ?? {}, file.shapes);
	return isObjectShape(shape) ? shape : {};
}

/** Where the one record stands in an answer: under a name, or as the answer itself. */
export function recordIn({ answer }: Endpoint, shape: ObjectShape): { key?: string; record: ObjectShape } {
	const key = answer && 'record' in answer ? answer.record : undefined;
	const inner = key === undefined ? undefined : shape[key];
	return isObjectShape(inner) ? { key, record: inner } : { record: shape };
}

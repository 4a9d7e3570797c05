import type { Shape } from './types';

/** Shapes of one file, with what several of them share written once (`#1`). */
export interface ShapesFile {
	shapes: Record<string, Shape>;
	answers: Record<string, Shape>;
}

/** Length of JSON below which a shared shape is written out all the same. */
const WORTH_SHARING = 120;

/** A shape with what it names put in its place. */
export function whole(shape: Shape, shapes: Record<string, Shape>): Shape {
	if (typeof shape === 'string') return shape.startsWith('#') ? whole(shapes[shape] ?? {}, shapes) : shape;
	if (Array.isArray(shape)) return [whole(shape[0], shapes)];
	return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, whole(each, shapes)]));
}

/** How often each object occurs; what stands in a repeated one counts once. */
function countObjects(shape: Shape, counts: Map<string, number>): void {
	if (typeof shape === 'string') return;
	if (Array.isArray(shape)) {
		countObjects(shape[0], counts);
		return;
	}
	const key = JSON.stringify(shape);
	counts.set(key, (counts.get(key) ?? 0) + 1);
	if (counts.get(key) === 1) for (const each of Object.values(shape)) countObjects(each, counts);
}

/** The same shapes, each that is large and occurs more than once written once. */
export function share(answers: Record<string, Shape>): ShapesFile {
	const counts = new Map<string, number>();
	for (const shape of Object.values(answers)) countObjects(shape, counts);
	const names = new Map<string, string>();
	const shapes: Record<string, Shape> = {};
	const put = (shape: Shape): Shape => {
		if (typeof shape === 'string') return shape;
		if (Array.isArray(shape)) return [put(shape[0])];
		const key = JSON.stringify(shape);
		const own = (): Shape => Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, put(each)]));
		if ((counts.get(key) ?? 0) < 2 || key.length <= WORTH_SHARING) return own();
		const known = names.get(key);
		if (known) return known;
		const name = `#${names.size + 1}`;
		names.set(key, name);
		shapes[name] = own();
		return name;
	};
	const shared = Object.fromEntries(Object.entries(answers).map(([id, shape]) => [id, put(shape)]));
	return { shapes, answers: shared };
}

const lines = (entries: Record<string, Shape>): string =>
	Object.entries(entries)
		.map(([key, shape]) => `${JSON.stringify(key)}:${JSON.stringify(shape)}`)
		.join(',\n');

/** One shape a line. */
export const shapesText = ({ shapes, answers }: ShapesFile): string =>
	`{"shapes":{\n${lines(shapes)}\n},\n"answers":{\n${lines(answers)}\n}}\n`.replace('{\n\n}', '{}');

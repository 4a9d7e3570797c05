/** The library that the page draws charts with, in Node: it draws on a canvas that keeps what was drawn. */
interface Drawing {
	/** How many of each kind of mark. */
	marks: Record<string, number>;
	/** All words, in the order in which they were drawn. */
	texts: string[];
	/** Colors that were filled in. */
	fills: unknown[];
}

interface Mark {
	type: string;
	getGraphics?(): unknown[];
}

interface Chart {
	renderSync(): void;
	release(): void;
	getChart(): { getAllMarks(): Mark[] };
}

type Call = [name: string, ...args: unknown[]];

const nodeRequire = process.getBuiltinModule('node:module').createRequire(__filename);

const WIDTH_OF_A_CHARACTER = 7;
const LINE = { fontBoundingBoxAscent: 8, fontBoundingBoxDescent: 2 };

/** A drawing context that answers everything and keeps the calls. */
function contextOf(canvas: object, calls: Call[]): object {
	const known: Record<string | symbol, unknown> = {
		canvas,
		measureText: (text: string) => ({ width: text.length * WIDTH_OF_A_CHARACTER, ...LINE }),
	};
	return new Proxy(known, {
		get: (target, name) =>
			name in target ? target[name] : (...args: unknown[]) => void calls.push([String(name), ...args]),
		set(target, name, value) {
			target[name] = value;
			if (name === 'fillStyle') calls.push(['fillStyle', value]);
			return true;
		},
	});
}

/** Draws a chart; throws where VChart does. */
export function drawnByVChart(spec: object): Drawing {
	const calls: Call[] = [];
	const createCanvas = (width: number, height: number) => {
		const canvas = { width, height, style: {}, getContext: () => context };
		const context = contextOf(canvas, calls);
		return canvas;
	};
	const { VChart } = nodeRequire('@visactor/vchart') as { VChart: new (spec: object, options: object) => Chart };
	const chart = new VChart(
		{ width: 560, height: 300, ...spec },
		{ mode: 'node', modeParams: { createCanvas }, animation: false, dpr: 1 },
	);
	chart.renderSync();
	const marks: Record<string, number> = {};
	for (const mark of chart.getChart().getAllMarks())
		marks[mark.type] = (marks[mark.type] ?? 0) + (mark.getGraphics?.().length ?? 0);
	chart.release();
	const ofKind = (name: string) => calls.filter(([each]) => each === name).map(([, value]) => value);
	return { marks, texts: ofKind('fillText').map(String), fills: ofKind('fillStyle') };
}

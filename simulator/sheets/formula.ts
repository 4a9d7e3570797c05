import type { CellContent, CellFile, Formula, Sheet } from '../state/sheets';
import { cellAt } from './grid';
import { columnAt } from './range';

export type Plain = string | number | boolean | null;

export const isFile = (content: CellContent): content is CellFile =>
	typeof content === 'object' && 'fileToken' in content;

export const isFormula = (content: CellContent): content is Formula =>
	typeof content === 'object' && 'formula' in content;

/** What a cell comes to: formulas computed, segments as one text. */
export function plainOf(content: CellContent | undefined, sheet: Sheet, depth = 0): Plain {
	if (content === undefined) return null;
	if (typeof content !== 'object') return content;
	if (isFormula(content)) return computed(content.formula, sheet, depth);
	if (isFile(content)) return content.text;
	return content.map(({ text }) => text).join('');
}

const TOKEN =
	/\s*(?:(\d+\.?\d*)|"((?:[^"]|"")*)"|(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z\d(])|([A-Z]+)(?=\()|([-+*/&(),]))/iy;
const MAX_DEPTH = 50;

const numbers = (values: readonly Plain[]) => values.filter((value) => typeof value === 'number');
const sum = (values: readonly Plain[]) => numbers(values).reduce((total, value) => total + value, 0);

/** Of hundreds, those that examples need. */
const FUNCTIONS: Readonly<Record<string, (values: readonly Plain[]) => Plain>> = {
	SUM: sum,
	COUNT: (values) => numbers(values).length,
	AVERAGE: (values) => sum(values) / numbers(values).length,
	MIN: (values) => Math.min(...numbers(values)),
	MAX: (values) => Math.max(...numbers(values)),
	CONCATENATE: (values) => values.map((value) => value ?? '').join(''),
};

const OPERATORS: Readonly<Record<string, { rank: number; apply: (left: Plain, right: Plain) => Plain }>> = {
	'&': { rank: 1, apply: (left, right) => `${left ?? ''}${right ?? ''}` },
	'+': { rank: 2, apply: (left, right) => Number(left) + Number(right) },
	'-': { rank: 2, apply: (left, right) => Number(left) - Number(right) },
	'*': { rank: 3, apply: (left, right) => Number(left) * Number(right) },
	'/': { rank: 3, apply: (left, right) => Number(left) / Number(right) },
};

/** Reads a formula from left to right. */
class Reader {
	private at = 1;
	private kind: 'number' | 'text' | 'cells' | 'function' | 'sign' | 'end' = 'end';
	private word = '';

	constructor(
		private readonly formula: string,
		private readonly sheet: Sheet,
		private readonly depth: number,
	) {
		this.next();
	}

	all(): Plain {
		const value = this.expression(0);
		if (this.kind !== 'end') throw new SyntaxError();
		return value;
	}

	private next(): void {
		this.kind = 'end';
		if (this.formula.slice(this.at).trim() === '') return;
		TOKEN.lastIndex = this.at;
		const found = TOKEN.exec(this.formula);
		if (!found) throw new SyntaxError();
		this.at = TOKEN.lastIndex;
		const index = found.findIndex((group, place) => place > 0 && group !== undefined);
		this.kind = (['number', 'text', 'cells', 'function', 'sign'] as const)[index - 1] ?? 'end';
		this.word = found[index] ?? '';
	}

	private taken(): string {
		const { word } = this;
		this.next();
		return word;
	}

	private sign(word: string): void {
		if (this.kind !== 'sign' || this.word !== word) throw new SyntaxError();
		this.next();
	}

	private expression(rank: number): Plain {
		let left = this.value();
		for (;;) {
			const operator = this.kind === 'sign' ? OPERATORS[this.word] : undefined;
			if (!operator || operator.rank <= rank) return left;
			this.next();
			left = operator.apply(left, this.expression(operator.rank));
		}
	}

	private value(): Plain {
		if (this.kind === 'number') return Number(this.taken());
		if (this.kind === 'text') return this.taken().replaceAll('""', '"');
		if (this.kind === 'cells') return this.cells(this.taken())[0] ?? null;
		if (this.kind === 'function') return this.called(this.taken().toUpperCase());
		if (this.word === '-') {
			this.sign('-');
			return -Number(this.value());
		}
		this.sign('(');
		const value = this.expression(0);
		this.sign(')');
		return value;
	}

	private called(name: string): Plain {
		const work = FUNCTIONS[name];
		if (!work) throw new ReferenceError();
		this.sign('(');
		const values: Plain[] = [];
		while (this.kind !== 'sign' || this.word !== ')') {
			if (values.length > 0 || this.word === ',') this.sign(',');
			values.push(
				...(this.kind === 'cells' && this.word.includes(':') ? this.cells(this.taken()) : [this.expression(0)]),
			);
		}
		this.sign(')');
		return work(values);
	}

	private cells(range: string): Plain[] {
		const ends = range.replaceAll('$', '').split(':');
		const [first = [0, 0] as const, last = first] = ends.map((name) => {
			const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/i.exec(name) ?? [];
			return [Number(row) - 1, columnAt(letters)] as const;
		});
		const values: Plain[] = [];
		for (let row = first[0]; row <= last[0]; row++)
			for (let column = first[1]; column <= last[1]; column++)
				values.push(plainOf(cellAt(this.sheet, row, column)?.content, this.sheet, this.depth + 1));
		return values;
	}
}

function computed(formula: string, sheet: Sheet, depth: number): Plain {
	if (depth > MAX_DEPTH) return '#REF!';
	try {
		const value = new Reader(formula, sheet, depth).all();
		return typeof value === 'number' && !Number.isFinite(value) ? '#DIV/0!' : (value ?? 0);
	} catch (error) {
		return error instanceof ReferenceError ? '#NAME?' : '#ERROR!';
	}
}

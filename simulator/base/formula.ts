import type { BaseRecord } from '../state/bases';
import { cellOf, placeOf, wordsIn } from './cellsOf';
import { dayOf } from './days';
import type { Asking } from './kind';
import { TYPES } from './kinds';
import { problem } from './problem';

type Value = string | number | boolean | undefined;
type Term = (record: BaseRecord) => Value;

/** Names of fields in brackets, texts, numbers, words, signs. */
const TOKEN =
	/\s*(?:(CurrentValue\.\[((?:[^\]\\]|\\.)*)\])|("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z]+)|(&&|\|\||[<>!]=|[=<>!(),.]))/y;

interface Token {
	kind: 'field' | 'text' | 'number' | 'word' | 'sign' | 'end';
	text: string;
}

function tokensOf(formula: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < formula.trimEnd().length) {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(formula);
		if (!match) throw problem(1254018);
		const [, field, name, text, amount, word, sign] = match;
		if (field !== undefined) tokens.push({ kind: 'field', text: name ?? '' });
		else if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replace(/\\(.)/g, '$1') });
		else if (amount !== undefined) tokens.push({ kind: 'number', text: amount });
		else if (word !== undefined) tokens.push({ kind: 'word', text: word });
		else tokens.push({ kind: 'sign', text: sign ?? '' });
		at = TOKEN.lastIndex;
	}
	return [...tokens, { kind: 'end', text: '' }];
}

const COMPARISONS: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
	'=': same,
	'!=': (one, other) => !same(one, other),
	'>': (one, other) => Number(one) > Number(other),
	'<': (one, other) => Number(one) < Number(other),
	'>=': (one, other) => Number(one) >= Number(other),
	'<=': (one, other) => Number(one) <= Number(other),
};

/** A ticked box is 1, and nothing is the empty text. */
function same(one: Value, other: Value): boolean {
	const plain = (value: Value) => (typeof value === 'boolean' ? Number(value) : (value ?? ''));
	return String(plain(one)) === String(plain(other));
}

/** Reads the formula of the older list from left to right: OR of ANDs of comparisons. */
class Reader {
	private at = 0;

	constructor(
		private readonly tokens: readonly Token[],
		private readonly asking: Asking,
	) {}

	whole(): Term {
		const term = this.either();
		if (this.next().kind !== 'end') throw problem(1254018);
		return term;
	}

	private either(): Term {
		let term = this.both();
		while (this.takes('||')) {
			const [one, other] = [term, this.both()];
			term = (record) => Boolean(one(record)) || Boolean(other(record));
		}
		return term;
	}

	private both(): Term {
		let term = this.comparison();
		while (this.takes('&&')) {
			const [one, other] = [term, this.comparison()];
			term = (record) => Boolean(one(record)) && Boolean(other(record));
		}
		return term;
	}

	private comparison(): Term {
		const one = this.operand();
		const compare = COMPARISONS[this.peek().text];
		if (this.peek().kind !== 'sign' || !compare) return one;
		this.next();
		const other = this.operand();
		return (record) => compare(one(record), other(record));
	}

	private operand(): Term {
		let term = this.simple();
		while (this.takes('.')) term = this.method(term, this.next().text.toLowerCase());
		return term;
	}

	private simple(): Term {
		const { kind, text } = this.next();
		if (kind === 'text') return () => text;
		if (kind === 'number') return () => Number(text);
		if (kind === 'field') return this.field(text);
		if (kind === 'word') return this.call(text.toUpperCase());
		if (kind === 'sign' && text === '!') {
			const term = this.operand();
			return (record) => !term(record);
		}
		if (kind !== 'sign' || text !== '(') throw problem(1254018);
		const term = this.either();
		this.must(')');
		return term;
	}

	private arguments(): Term[] {
		const terms: Term[] = [];
		this.must('(');
		if (this.takes(')')) return terms;
		do terms.push(this.either());
		while (this.takes(','));
		this.must(')');
		return terms;
	}

	private call(name: string): Term {
		const { base, store } = this.asking;
		const today = dayOf(store.clock.now(), base.time_zone);
		if (name === 'TRUE' || name === 'FALSE') {
			if (this.peek().text === '(') this.arguments();
			return () => name === 'TRUE';
		}
		const terms = this.arguments();
		if (name === 'AND') return (record) => terms.every((term) => Boolean(term(record)));
		if (name === 'OR') return (record) => terms.some((term) => Boolean(term(record)));
		if (name === 'NOT') return (record) => !terms[0]?.(record);
		if (name === 'TODAY') return () => today;
		if (name === 'TODATE')
			return (record) =>
				Math.floor(Date.parse(`${String(terms[0]?.(record)).replaceAll('/', '-')}T00:00Z`) / 86_400_000);
		throw problem(1254018);
	}

	private method(of: Term, name: string): Term {
		if (name !== 'contains') throw problem(1254018);
		const wanted = this.arguments();
		return (record) => wanted.some((term) => String(of(record) ?? '').includes(String(term(record))));
	}

	/** Dates are days, people their names, all else what it shows. */
	private field(name: string): Term {
		const plain = name.replace(/\\(.)/g, '$1');
		const field = this.asking.table.fields.find((one) => one.field_name === plain);
		if (!field) throw problem(1254018);
		const place = placeOf(this.asking, field);
		const dates: readonly number[] = [TYPES.date, TYPES.createdTime, TYPES.modifiedTime];
		return (record) => {
			const cell = cellOf(record, place);
			if (cell === undefined || typeof cell === 'boolean') return cell;
			if (dates.includes(field.type)) return dayOf(cell as number, this.asking.base.time_zone);
			return typeof cell === 'number' ? cell : wordsIn(record, place).join(',');
		};
	}

	private peek(): Token {
		return this.tokens[this.at] ?? { kind: 'end', text: '' };
	}

	private next(): Token {
		const token = this.peek();
		this.at += 1;
		return token;
	}

	private takes(sign: string): boolean {
		const { kind, text } = this.peek();
		if (kind !== 'sign' || text !== sign) return false;
		this.at += 1;
		return true;
	}

	private must(sign: string): void {
		if (!this.takes(sign)) throw problem(1254018);
	}
}

/** The filter of the older list of records: `AND(CurrentValue.[Name]="x",NOT(CurrentValue.[Tag].contains("y")))`. */
export function formulaFits(asking: Asking, formula: string): (record: BaseRecord) => boolean {
	const term = new Reader(tokensOf(formula), asking).whole();
	return (record) => Boolean(term(record));
}

/**
 * What n8n reads of a node or a credential when it starts is data, but for functions that it does not call yet. So the
 * file that it loads holds the data as it came out of the class, and functions that read the code when they are called.
 */
export interface LoadedClass {
	className: string;
	/** Shown to whoever reads the file: `nodes/Feishu/Feishu.node.ts`. */
	source: string;
	/** How the file reaches the code: `../../code/nodes/Feishu.js`. */
	code: string;
	/** The class itself. */
	type: ClassType;
}

export interface ClassType {
	new (): object;
	readonly prototype: object;
}

type Call = (...args: unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === 'function';

/** Characters of a list that stands in one line. */
const LINE = 100;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** @throws Error when the class is more than data and functions, which this file could not stand for */
export function loadedFile({ className, source, code, type }: LoadedClass): string {
	const above: unknown = Object.getPrototypeOf(type);
	if (above !== Function.prototype) throw new Error(`${source}: a class that extends another can't be loaded lazily`);
	const fields = Object.entries(new type()).map(
		([name, value]) => `${name} = ${literal(value, `made()${member(name)}`, `${className}.${name}`, '\t')};`,
	);
	const methods = ownNames(type.prototype, ['constructor']).map(([name, value]) => {
		if (!isCall(value)) throw new Error(`${source}: ${name} is no method`);
		return forward(name, `code().prototype${member(name)}`, '\t');
	});
	const statics = ownNames(type, ['length', 'name', 'prototype']).map(
		([name]) => `static get ${name}() {\n\t\treturn code()${member(name)};\n\t}`,
	);
	return `'use strict';

// Made by \`gulp build\` from ${source}: what n8n shows stands here, what runs is read when it is first called.

const code = () => require(${JSON.stringify(code)}).${className};

let instance;
const made = () => (instance ??= new (code())());

class ${className} {
${[...statics, ...fields, ...methods].map((part) => `\t${part}\n`).join('\n')}}

exports.${className} = ${className};
`;
}

function ownNames(owner: object, without: readonly string[]): Array<[name: string, value: unknown]> {
	return Object.entries(Object.getOwnPropertyDescriptors(owner))
		.filter(([name]) => !without.includes(name))
		.map(([name, { value }]) => [name, value as unknown]);
}

/**
 * The value as source text.
 * @param path where the code has the same value
 * @param name what errors call it
 */
function literal(value: unknown, path: string, name: string, indent: string): string {
	if (isCall(value)) return `function ${forward('', path, indent)}`;
	if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value))
		return JSON.stringify(value);
	const inner = `${indent}\t`;
	if (Array.isArray(value)) {
		const parts = value.map((entry, index) => literal(entry, `${path}[${index}]`, `${name}[${index}]`, inner));
		const line = `[${parts.join(', ')}]`;
		return line.length <= LINE && !line.includes('\n') ? line : block('[', parts, ']', indent);
	}
	if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
		throw new Error(`${name} is neither data nor a function: ${String(value)}`);
	const entries = Object.entries(value as Record<string, unknown>).filter(([, entry]) => entry !== undefined);
	const parts = entries.map(([key, entry]) => {
		const place = path + member(key);
		if (isCall(entry) && IDENTIFIER.test(key)) return forward(key, place, inner);
		const quoted = IDENTIFIER.test(key) ? key : JSON.stringify(key);
		return `${quoted}: ${literal(entry, place, `${name}.${key}`, inner)}`;
	});
	return block('{', [...parts, ...symbolParts(value, path, name, inner)], '}', indent);
}

/** What stands under symbols, of which only those that any file can name can be written down. */
function symbolParts(value: object, path: string, name: string, indent: string): string[] {
	return Object.getOwnPropertySymbols(value).map((symbol) => {
		const known = Symbol.keyFor(symbol);
		if (known === undefined) throw new Error(`${name} has a symbol of its own: ${String(symbol)}`);
		const key = `[Symbol.for(${JSON.stringify(known)})]`;
		return `${key}: ${literal((value as Record<symbol, unknown>)[symbol], path + key, `${name}${key}`, indent)}`;
	});
}

function block(open: string, parts: readonly string[], close: string, indent: string): string {
	return parts.length === 0
		? open + close
		: `${open}\n${parts.map((part) => `${indent}\t${part},\n`).join('')}${indent}${close}`;
}

/** A method that hands everything on, `this` too. */
function forward(name: string, path: string, indent: string): string {
	return `${name}(...args) {\n${indent}\treturn ${path}.apply(this, args);\n${indent}}`;
}

const member = (name: string): string => (IDENTIFIER.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);

/**
 * Writes `simulator/catalog/responses/<domain>.json`: by endpoint id, the `data` of an empty answer, in the shape that
 * the official SDK declares. Run it after `catalog/endpoints/` was built; twice gives the same bytes.
 *
 *   --check   compares with the committed files, writes nothing, fails on a difference
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import type { Endpoint } from './catalog/types';

const ROOT = join(__dirname, '..');
const ENDPOINTS = join(ROOT, 'catalog/endpoints');
const RESPONSES = join(ROOT, 'simulator/catalog/responses');

/** How many levels of `data` are written out: below them objects are empty. */
const DEPTH = 3;
/** Most that all files may take, in bytes. */
const SIZE_LIMIT = 400 * 1024;

type Json = string | number | boolean | null | { [name: string]: Json } | Json[];
/** Lists are empty, but for an upload, whose answer may name the file in a list. */
type Entries = 'none' | 'one';
type Member = ts.PropertySignature | ts.PropertyDeclaration;

const KEYWORDS = new Map<ts.SyntaxKind, Json>([
	[ts.SyntaxKind.StringKeyword, ''],
	[ts.SyntaxKind.NumberKeyword, 0],
	[ts.SyntaxKind.BooleanKeyword, false],
]);

const isMember = (node: ts.Node): node is Member => ts.isPropertySignature(node) || ts.isPropertyDeclaration(node);

const nameOf = (member: Member): string =>
	ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();

/** A type without parentheses; of a union (often `| undefined`) the first. */
function first(type: ts.TypeNode): ts.TypeNode {
	if (ts.isParenthesizedTypeNode(type)) return first(type.type);
	return ts.isUnionTypeNode(type) && type.types[0] ? first(type.types[0]) : type;
}

/** The type of a list's entries: `T[]` and `Array<T>`. */
function entryOf(type: ts.TypeNode): ts.TypeNode | undefined {
	if (ts.isArrayTypeNode(type)) return type.elementType;
	const isList = ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array';
	return isList ? type.typeArguments?.[0] : undefined;
}

/** The emptiest value of a type: an enum's first value, no entries in maps, and `entries` in lists. */
function emptyOf(declared: ts.TypeNode, depth: number, entries: Entries): Json {
	const type = first(declared);
	const keyword = KEYWORDS.get(type.kind);
	if (keyword !== undefined) return keyword;
	if (ts.isLiteralTypeNode(type)) {
		if (ts.isStringLiteral(type.literal)) return type.literal.text;
		return ts.isNumericLiteral(type.literal) ? Number(type.literal.text) : null;
	}
	const entry = entryOf(type);
	if (entry) return entries === 'one' ? [emptyOf(entry, depth - 1, entries)] : [];
	if (ts.isTypeLiteralNode(type)) return depth > 0 ? emptyObject(type, depth, entries) : {};
	if (ts.isTypeReferenceNode(type)) return {};
	return null;
}

function emptyObject(type: ts.TypeLiteralNode, depth: number, entries: Entries): { [name: string]: Json } {
	const members = type.members.filter(ts.isPropertySignature);
	return Object.fromEntries(
		members.map((member) => [nameOf(member), member.type ? emptyOf(member.type, depth - 1, entries) : null]),
	);
}

/**
 * `data` of `(…) => Promise<{ code?: number; msg?: string; data?: {…} }>`, or of an upload, whose method gives `data`
 * itself: `(…) => Promise<{ file_token?: string } | null>`. Nothing for downloads and iterators.
 */
function emptyData(method: ts.FunctionTypeNode): Json | undefined {
	const argument = ts.isTypeReferenceNode(method.type) ? method.type.typeArguments?.[0] : undefined;
	const promised = argument && first(argument);
	if (!promised || !ts.isTypeLiteralNode(promised)) return undefined;
	const members = promised.members.filter(ts.isPropertySignature);
	if (argument !== promised) return emptyObject(promised, DEPTH, 'one');
	const data = members.find((member) => nameOf(member) === 'data')?.type;
	const type = data && first(data);
	return type && ts.isTypeLiteralNode(type) ? emptyObject(type, DEPTH, 'none') : undefined;
}

/** Empty answers by the method's name in the SDK's client (`im.v1.chat.list`). */
function readAnswers(): Map<string, Json> {
	const file = join(dirname(require.resolve('@larksuiteoapi/node-sdk')), '../types/index.d.ts');
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const answers = new Map<string, Json>();
	const visit = (members: readonly ts.Node[], prefix: string): void => {
		for (const member of members) {
			if (!isMember(member) || !member.type) continue;
			const name = prefix + nameOf(member);
			if (ts.isTypeLiteralNode(member.type)) visit(member.type.members, `${name}.`);
			if (!ts.isFunctionTypeNode(member.type)) continue;
			const data = emptyData(member.type);
			if (data !== undefined) answers.set(name, data);
		}
	};
	for (const statement of source.statements)
		if (ts.isClassDeclaration(statement) && statement.name?.text.startsWith('Client$')) visit(statement.members, '');
	return answers;
}

/** One endpoint a line. Endpoints without an answer of their own have no line. */
function render(answers: Map<string, Json>): Map<string, string> {
	const files = new Map<string, string>();
	for (const name of readdirSync(ENDPOINTS).sort()) {
		const endpoints = JSON.parse(readFileSync(join(ENDPOINTS, name), 'utf8')) as Endpoint[];
		const lines = endpoints.flatMap(({ id, sdk }) => {
			const data = sdk === undefined ? undefined : answers.get(sdk);
			if (data === undefined || Object.keys(data ?? {}).length === 0) return [];
			return [`${JSON.stringify(id)}:${JSON.stringify(data)}`];
		});
		if (lines.length > 0) files.set(name, `{\n${lines.join(',\n')}\n}\n`);
	}
	return files;
}

function committed(): Map<string, string> {
	mkdirSync(RESPONSES, { recursive: true });
	return new Map(readdirSync(RESPONSES).map((name) => [name, readFileSync(join(RESPONSES, name), 'utf8')]));
}

function main(): boolean {
	const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
	const files = render(readAnswers());
	const before = committed();
	const changed = [...new Set([...files.keys(), ...before.keys()])].filter(
		(name) => files.get(name) !== before.get(name),
	);
	const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	console.log(`empty answers: ${files.size} files, ${Math.round(bytes / 1024)} KB; ${changed.length} differ`);
	if (!values.check) {
		for (const name of changed) {
			const text = files.get(name);
			if (text === undefined) rmSync(join(RESPONSES, name));
			else writeFileSync(join(RESPONSES, name), text);
		}
	}
	return bytes <= SIZE_LIMIT && !(values.check && changed.length > 0);
}

process.exitCode = main() ? 0 : 1;

/**
 * Writes `simulator/catalog/responses/<domain>.json`: by endpoint id, the shape of an answer's `data`, as the API explorer
 * has it, else as the official SDK declares it. Run it after `catalog/endpoints/` was built; twice gives the same bytes.
 *
 *   --check   compares with the committed files, writes nothing, fails on a difference
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { readExplorerAnswers } from './catalog/sources/explorer';
import { share, shapesText } from './catalog/shapes';
import type { Endpoint, Shape } from './catalog/types';

const ROOT = join(__dirname, '..');
const ENDPOINTS = join(ROOT, 'catalog/endpoints');
const RESPONSES = join(ROOT, 'simulator/catalog/responses');

/** Levels of the SDK's `data` that are written out: its types of blocks hold each other. */
const DEPTH = 8;
/** Most that all files may take, in bytes. */
const SIZE_LIMIT = 800 * 1024;

type Member = ts.PropertySignature | ts.PropertyDeclaration;

const KEYWORDS = new Map<ts.SyntaxKind, Shape>([
	[ts.SyntaxKind.StringKeyword, 'string'],
	[ts.SyntaxKind.NumberKeyword, 'number'],
	[ts.SyntaxKind.BooleanKeyword, 'boolean'],
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

function shapeOf(declared: ts.TypeNode, depth: number): Shape {
	const type = first(declared);
	const keyword = KEYWORDS.get(type.kind);
	if (keyword !== undefined) return keyword;
	if (ts.isLiteralTypeNode(type)) return ts.isStringLiteral(type.literal) ? 'string' : 'number';
	const entry = entryOf(type);
	if (entry) return [shapeOf(entry, depth - 1)];
	if (ts.isTypeLiteralNode(type)) return depth > 0 ? objectShape(type, depth) : {};
	return ts.isTypeReferenceNode(type) ? {} : 'any';
}

function objectShape(type: ts.TypeLiteralNode, depth: number): Shape {
	const members = type.members.filter(ts.isPropertySignature);
	return Object.fromEntries(
		members.map((member) => [nameOf(member), member.type ? shapeOf(member.type, depth - 1) : 'any']),
	);
}

/**
 * `data` of `(…) => Promise<{ code?: number; msg?: string; data?: {…} }>`, or of an upload, whose method gives `data`
 * itself: `(…) => Promise<{ file_token?: string } | null>`. Nothing for downloads and iterators.
 */
function dataShape(method: ts.FunctionTypeNode): Shape | undefined {
	const argument = ts.isTypeReferenceNode(method.type) ? method.type.typeArguments?.[0] : undefined;
	const promised = argument && first(argument);
	if (!promised || !ts.isTypeLiteralNode(promised)) return undefined;
	const members = promised.members.filter(ts.isPropertySignature);
	if (argument !== promised) return objectShape(promised, DEPTH);
	const data = members.find((member) => nameOf(member) === 'data')?.type;
	const type = data && first(data);
	return type && ts.isTypeLiteralNode(type) ? objectShape(type, DEPTH) : undefined;
}

/** Shapes by the method's name in the SDK's client (`im.v1.chat.list`). */
function readAnswers(): Map<string, Shape> {
	const file = join(dirname(require.resolve('@larksuiteoapi/node-sdk')), '../types/index.d.ts');
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const answers = new Map<string, Shape>();
	const visit = (members: readonly ts.Node[], prefix: string): void => {
		for (const member of members) {
			if (!isMember(member) || !member.type) continue;
			const name = prefix + nameOf(member);
			if (ts.isTypeLiteralNode(member.type)) visit(member.type.members, `${name}.`);
			if (!ts.isFunctionTypeNode(member.type)) continue;
			const data = dataShape(member.type);
			if (data !== undefined) answers.set(name, data);
		}
	};
	for (const statement of source.statements)
		if (ts.isClassDeclaration(statement) && statement.name?.text.startsWith('Client$')) visit(statement.members, '');
	return answers;
}

/** Endpoints without an answer of their own have no line. */
function render(declared: Map<string, Shape>): Map<string, string> {
	const explored = readExplorerAnswers();
	const files = new Map<string, string>();
	for (const name of readdirSync(ENDPOINTS).sort()) {
		const endpoints = JSON.parse(readFileSync(join(ENDPOINTS, name), 'utf8')) as Endpoint[];
		const answers: Record<string, Shape> = {};
		for (const { id, sdk } of endpoints) {
			const shape = explored.get(id) ?? (sdk === undefined ? undefined : declared.get(sdk));
			if (shape !== undefined && Object.keys(shape).length > 0) answers[id] = shape;
		}
		if (Object.keys(answers).length > 0) files.set(name, shapesText(share(answers)));
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
	console.log(`shapes of answers: ${files.size} files, ${Math.round(bytes / 1024)} KB; ${changed.length} differ`);
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

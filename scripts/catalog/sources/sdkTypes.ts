import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Answer, Request, Scalar, Schema } from '../types';
import { anyOf } from '../schema';

/** What the declarations say about one method of the SDK's client. */
export interface SdkType {
	zh?: string;
	doc?: string;
	request: Request;
	answer: Answer;
}

const PARTS = { path: 'path', params: 'query', data: 'body' } as const;

const KEYWORDS = new Map<ts.SyntaxKind, Schema>([
	[ts.SyntaxKind.StringKeyword, { type: 'string' }],
	[ts.SyntaxKind.NumberKeyword, { type: 'number' }],
	[ts.SyntaxKind.BooleanKeyword, { type: 'boolean' }],
	[ts.SyntaxKind.AnyKeyword, {}],
	[ts.SyntaxKind.UnknownKeyword, {}],
]);

const isUndefined = (node: ts.TypeNode): boolean =>
	node.kind === ts.SyntaxKind.UndefinedKeyword ||
	(ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword);

/** A type without `| undefined` and without parentheses. */
function bare(node: ts.TypeNode): ts.TypeNode {
	if (ts.isParenthesizedTypeNode(node)) return bare(node.type);
	if (!ts.isUnionTypeNode(node)) return node;
	const rest = node.types.filter((type) => !isUndefined(type));
	return rest.length === 1 && rest[0] ? bare(rest[0]) : node;
}

const literalValue = (node: ts.TypeNode): Scalar | undefined => {
	if (!ts.isLiteralTypeNode(node)) return undefined;
	if (ts.isStringLiteral(node.literal)) return node.literal.text;
	if (ts.isNumericLiteral(node.literal)) return Number(node.literal.text);
	return undefined;
};

function referenceSchema(node: ts.TypeReferenceNode): Schema {
	const name = node.typeName.getText();
	const [first, second] = node.typeArguments ?? [];
	if (name === 'Buffer' || name === 'fs.ReadStream') return { type: 'file' };
	if (name === 'Array' && first) return { type: 'array', items: schemaOf(first) };
	if (name === 'Record' && second) {
		const additionalProperties = schemaOf(second);
		return Object.keys(additionalProperties).length > 0 ? { type: 'object', additionalProperties } : { type: 'object' };
	}
	throw new Error(`The SDK's declarations use a type that is not known here: ${node.getText()}`);
}

function unionSchema(node: ts.UnionTypeNode): Schema {
	const types = node.types.filter((type) => !isUndefined(type));
	const literals = types.map(literalValue);
	if (literals.every((value) => value !== undefined)) {
		return { type: typeof literals[0] === 'number' ? 'number' : 'string', enum: [...new Set(literals)] };
	}
	return anyOf(types.map(schemaOf));
}

function objectSchema(node: ts.TypeLiteralNode): Schema {
	const properties: Record<string, Schema> = {};
	const required: string[] = [];
	for (const member of node.members) {
		if (!ts.isPropertySignature(member) || !member.type) continue;
		const name = memberName(member);
		properties[name] = schemaOf(member.type);
		if (!member.questionToken) required.push(name);
	}
	if (Object.keys(properties).length === 0) return { type: 'object' };
	return required.length > 0 ? { type: 'object', required, properties } : { type: 'object', properties };
}

const memberName = (member: ts.PropertySignature): string =>
	ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();

function schemaOf(type: ts.TypeNode): Schema {
	const node = bare(type);
	const keyword = KEYWORDS.get(node.kind);
	if (keyword) return { ...keyword };
	if (ts.isTypeLiteralNode(node)) return objectSchema(node);
	if (ts.isArrayTypeNode(node)) return { type: 'array', items: schemaOf(node.elementType) };
	if (ts.isTypeReferenceNode(node)) return referenceSchema(node);
	if (ts.isUnionTypeNode(node)) return unionSchema(node);
	const value = literalValue(node);
	if (value !== undefined) return { type: typeof value === 'number' ? 'number' : 'string', enum: [value] };
	throw new Error(`The SDK's declarations use a type that is not known here: ${node.getText()}`);
}

/** `payload?: { path: …, params?: …, data?: … }`; other names are not part of the request (`lark_trace`, headers). */
function requestOf(payload: ts.TypeNode | undefined): Request {
	const request: Request = {};
	const literal = payload && bare(payload);
	if (!literal || !ts.isTypeLiteralNode(literal)) return request;
	for (const member of literal.members) {
		if (!ts.isPropertySignature(member) || !member.type) continue;
		const part = PARTS[memberName(member) as keyof typeof PARTS];
		if (!part) continue;
		const schema = schemaOf(member.type);
		if (!schema.properties && schema.type === 'object') continue;
		request[part] = schema;
		if (!member.questionToken) request.need = [...(request.need ?? []), part];
	}
	return request;
}

const member = (node: ts.TypeNode | undefined, name: string): ts.TypeNode | undefined => {
	const literal = node && bare(node);
	if (!literal || !ts.isTypeLiteralNode(literal)) return undefined;
	const found = literal.members.find((each) => ts.isPropertySignature(each) && memberName(each) === name);
	return found && ts.isPropertySignature(found) ? found.type : undefined;
};

const isArray = (type: ts.TypeNode): boolean => {
	const node = bare(type);
	return ts.isArrayTypeNode(node) || (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Array');
};

function answerOf(type: ts.TypeNode): Answer {
	const promised = ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
	const data = member(promised, 'data');
	const answer: Answer = { names: [], arrays: [], texts: [] };
	const literal = data && bare(data);
	if (!literal || !ts.isTypeLiteralNode(literal)) return answer;
	for (const each of literal.members) {
		if (!ts.isPropertySignature(each) || !each.type) continue;
		answer.names.push(memberName(each));
		if (isArray(each.type)) answer.arrays.push(memberName(each));
		else if (bare(each.type).kind === ts.SyntaxKind.StringKeyword) answer.texts.push(memberName(each));
	}
	return answer;
}

/** The comment above a method: two links, then the Chinese title, then its description. */
function comment(node: ts.Node, text: string): Pick<SdkType, 'zh' | 'doc'> {
	const range = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
	if (!range) return {};
	const paragraphs = text
		.slice(range.pos + 3, range.end - 2)
		.split('\n')
		.map((line) => line.replace(/^\s*\*\s?/, '').trim())
		.filter((line) => line !== '');
	const links = paragraphs.filter((line) => line.startsWith('{@link'));
	const title = paragraphs.find((line) => !line.startsWith('{@link'));
	const doc = links.find((line) => / document \}$/.test(line))?.match(/https:\S+/)?.[0];
	return { ...(title ? { zh: title } : {}), ...(doc ? { doc } : {}) };
}

/** What the SDK's declarations say about each method, by the method's name (`im.v1.chat.list`). */
export function readTypes(file: string): Map<string, SdkType> {
	const text = readFileSync(file, 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const types = new Map<string, SdkType>();
	const visit = (members: ts.NodeArray<ts.ClassElement | ts.TypeElement>, prefix: string): void => {
		for (const each of members) {
			if (!(ts.isPropertySignature(each) || ts.isPropertyDeclaration(each)) || !each.type) continue;
			const name = prefix + (ts.isIdentifier(each.name) ? each.name.text : each.name.getText().replace(/['"]/g, ''));
			if (ts.isTypeLiteralNode(each.type)) visit(each.type.members, `${name}.`);
			else if (ts.isFunctionTypeNode(each.type)) {
				const request = requestOf(each.type.parameters[0]?.type);
				types.set(name, { ...comment(each, text), request, answer: answerOf(each.type.type) });
			}
		}
	};
	for (const statement of source.statements) {
		if (ts.isClassDeclaration(statement) && statement.name?.text.startsWith('Client$')) visit(statement.members, '');
	}
	return types;
}

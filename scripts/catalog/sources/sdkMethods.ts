import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One method of the SDK's client: `im.v1.chat.list` and the request it makes. */
export interface SdkMethod {
	name: string;
	method: string;
	path: string;
	upload: boolean;
	download: boolean;
}

const keyOf = (name: ts.PropertyName): string | undefined =>
	ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;

const literal = (node: ts.Expression | undefined): string | undefined =>
	node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** The path in fillApiPath(`${this.domain}/open-apis/…`, path). */
function urlPath(node: ts.Expression | undefined): string | undefined {
	const template = node && ts.isCallExpression(node) ? node.arguments[0] : undefined;
	if (!template || !ts.isTemplateExpression(template) || template.templateSpans.length !== 1) return undefined;
	return template.templateSpans[0]?.literal.text;
}

function requestOf(node: ts.ObjectLiteralExpression): Omit<SdkMethod, 'name'> | undefined {
	const values = new Map<string, ts.Expression>();
	for (const property of node.properties) {
		const key = property.name && keyOf(property.name);
		if (key && ts.isPropertyAssignment(property)) values.set(key, property.initializer);
	}
	const path = urlPath(values.get('url'));
	const method = literal(values.get('method'));
	if (!path || !method) return undefined;
	return {
		method,
		path,
		upload: values.get('headers')?.getText().includes('multipart/form-data') ?? false,
		download: literal(values.get('responseType')) === 'stream',
	};
}

function findRequest(node: ts.Node): Omit<SdkMethod, 'name'> | undefined {
	if (ts.isObjectLiteralExpression(node)) {
		const found = requestOf(node);
		if (found) return found;
	}
	return ts.forEachChild(node, findRequest);
}

function collect(object: ts.ObjectLiteralExpression, prefix: string, found: SdkMethod[]): void {
	for (const property of object.properties) {
		const key = property.name && keyOf(property.name);
		if (!key || !ts.isPropertyAssignment(property)) continue;
		const name = `${prefix}.${key}`;
		if (ts.isObjectLiteralExpression(property.initializer)) collect(property.initializer, name, found);
		else {
			const request = findRequest(property.initializer);
			if (request) found.push({ name, ...request });
		}
	}
}

/** Every method of the SDK's compiled client, read from its syntax: nothing of it is run. */
export function readMethods(file: string): SdkMethod[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
	const found: SdkMethod[] = [];
	const visit = (node: ts.Node): void => {
		if (
			ts.isBinaryExpression(node) &&
			ts.isPropertyAccessExpression(node.left) &&
			node.left.expression.kind === ts.SyntaxKind.ThisKeyword &&
			ts.isObjectLiteralExpression(node.right)
		) {
			collect(node.right, node.left.name.text, found);
		} else ts.forEachChild(node, visit);
	};
	for (const statement of source.statements) if (ts.isClassDeclaration(statement)) visit(statement);
	return found;
}

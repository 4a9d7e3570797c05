import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { McpEndpoint, Part, Request, Schema, Token } from '../types';
import { anyOf } from '../schema';

const HOME = join(__dirname, '..');
const PACKAGE = join(HOME, 'node_modules/@larksuiteoapi/lark-mcp');
const TOOLS = join(PACKAGE, 'dist/mcp-tool/tools');

interface Tool {
	path: string;
	httpMethod: string;
	description?: string;
	accessTokens?: Token[];
	schema?: Record<string, unknown>;
}

/** What `z.toJSONSchema` writes, as far as the package's schemas go. */
interface JsonSchema {
	type?: string;
	description?: string;
	enum?: (string | number)[];
	const?: string | number;
	default?: string | number | boolean;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	required?: string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
	additionalProperties?: JsonSchema | boolean;
	anyOf?: JsonSchema[];
}

const PARTS: Record<string, Part> = { path: 'path', params: 'query', data: 'body' };
const COPIED = ['enum', 'default', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/** Bounds that zod writes of its own accord for integers say nothing about the platform. */
const isPlatformBound = (value: unknown): boolean =>
	typeof value !== 'number' || Math.abs(value) < Number.MAX_SAFE_INTEGER;

const versionIn = (file: string): string | undefined =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : undefined;

/** Whether what `package.json` pins is what is installed. */
function isInstalled(): boolean {
	const { dependencies } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	return Object.entries(dependencies).every(
		([name, version]) => versionIn(join(HOME, 'node_modules', name, 'package.json')) === version,
	);
}

/** Installs the package beside the script where it isn't yet: it isn't one of the project's own dependencies. */
export function installMcp(): void {
	if (isInstalled()) return;
	console.log('Installing the catalog’s sources (scripts/catalog) …');
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
		cwd: HOME,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error('npm ci failed in scripts/catalog');
}

function convert(json: JsonSchema): Schema {
	const schema: Schema = {};
	if (json.anyOf) return anyOf(json.anyOf.map(convert));
	const isKnown = ['string', 'number', 'integer', 'boolean', 'array', 'object'].includes(json.type ?? '');
	if (isKnown) schema.type = json.type as Schema['type'];
	for (const key of COPIED) {
		if (json[key] !== undefined && isPlatformBound(json[key])) Object.assign(schema, { [key]: json[key] });
	}
	if (json.const !== undefined) schema.enum = [json.const];
	if (json.required) schema.required = json.required;
	if (json.properties && Object.keys(json.properties).length > 0) {
		schema.properties = Object.fromEntries(
			Object.entries(json.properties).map(([name, each]) => [name, convert(each)]),
		);
	}
	if (json.items) schema.items = convert(json.items);
	if (typeof json.additionalProperties === 'object' && Object.keys(json.additionalProperties).length > 0) {
		schema.additionalProperties = convert(json.additionalProperties);
	}
	return schema;
}

function collectTexts(json: JsonSchema, path: string, texts: Record<string, string>): void {
	if (json.description) texts[path] = json.description;
	for (const [name, each] of Object.entries(json.properties ?? {})) collectTexts(each, `${path}.${name}`, texts);
	if (json.items) collectTexts(json.items, `${path}[]`, texts);
	if (typeof json.additionalProperties === 'object') collectTexts(json.additionalProperties, `${path}.*`, texts);
}

const titleParts = (description = ''): string[] => description.split('-').map((part) => part.trim());

/**
 * "[Feishu/Lark]-Messaging-Batch message-Recall messages in batches-This interface …": the title is one of the parts, and
 * which one is known only from the Chinese description, where the SDK's title is found again.
 */
export function titleOf(en: string | undefined, zh: string | undefined, title: string | undefined): string | undefined {
	const index = title ? titleParts(zh).indexOf(title) : -1;
	return index > 0 ? titleParts(en)[index] || undefined : undefined;
}

function readTools(language: 'en' | 'zh'): Tool[] {
	const folder = join(TOOLS, language, 'gen-tools/zod');
	const load = createRequire(join(PACKAGE, 'package.json'));
	const tools: Tool[] = [];
	for (const file of readdirSync(folder).sort()) {
		if (!file.endsWith('.js')) continue;
		const exported = load(join(folder, file)) as Record<string, unknown>;
		for (const value of Object.values(exported)) {
			if (value && typeof value === 'object' && !Array.isArray(value) && 'httpMethod' in value)
				tools.push(value as Tool);
		}
	}
	return tools;
}

/** The endpoints of the official MCP package: its zod schemas as JSON Schemas, titles in both languages, access tokens. */
export function readMcp(): McpEndpoint[] {
	installMcp();
	const { z } = createRequire(join(HOME, 'package.json'))('zod') as {
		z: { toJSONSchema(schema: unknown, options: object): JsonSchema };
	};
	const idOf = ({ httpMethod, path }: Tool): string => `${httpMethod.toUpperCase()} ${path}`;
	const english = new Map(readTools('en').map((tool) => [idOf(tool), tool]));
	const chinese = new Map(readTools('zh').map((tool) => [idOf(tool), tool]));
	return [...new Set([...chinese.keys(), ...english.keys()])].sort().map((id) => {
		const en = english.get(id);
		const zh = chinese.get(id);
		const request: Request = {};
		const texts: Record<string, string> = {};
		const zhTexts: Record<string, string> = {};
		for (const [name, part] of Object.entries(PARTS)) {
			const source = (en ?? zh)?.schema?.[name];
			if (!source) continue;
			const json = z.toJSONSchema(source, { io: 'input', unrepresentable: 'any' });
			request[part] = convert(json);
			if (en) collectTexts(json, part, texts);
			const chineseSource = zh?.schema?.[name];
			if (chineseSource)
				collectTexts(z.toJSONSchema(chineseSource, { io: 'input', unrepresentable: 'any' }), part, zhTexts);
		}
		const descriptions = { en: en?.description, zh: zh?.description };
		return { id, descriptions, tokens: (en ?? zh)?.accessTokens ?? [], request, texts, zhTexts };
	});
}

/** The package's licence, which its help texts are shipped under. */
export const mcpLicense = (): { version: string; text: string } => ({
	version: versionIn(join(PACKAGE, 'package.json')) ?? '',
	text: readFileSync(join(PACKAGE, 'LICENSE'), 'utf8'),
});

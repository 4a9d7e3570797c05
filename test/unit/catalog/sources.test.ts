import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMethods } from '../../../scripts/catalog/sources/sdkMethods';
import { readTypes } from '../../../scripts/catalog/sources/sdkTypes';
import { titleOf } from '../../../scripts/catalog/sources/mcp';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'catalog-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

describe('reading the SDK’s client', () => {
	it('finds method, path, upload and download below the name of each method', () => {
		const methods = readMethods(
			file(
				'client.js',
				`class Client { constructor() { this.im = { v1: {
					file: { create: (payload) => run(() => this.http.request({ url: fillApiPath(\`\${this.domain}/open-apis/im/v1/files\`, path),
						method: "POST", headers: Object.assign({}, headers, { "Content-Type": "multipart/form-data" }) })) },
					image: { get: (payload) => this.http.request({ url: fillApiPath(\`\${this.domain}/open-apis/im/v1/images/:image_key\`, path),
						method: "GET", responseType: "stream" }) },
				} }; this.other = 1; } }`,
			),
		);
		expect(methods).toEqual([
			{ name: 'im.v1.file.create', method: 'POST', path: '/open-apis/im/v1/files', upload: true, download: false },
			{
				name: 'im.v1.image.get',
				method: 'GET',
				path: '/open-apis/im/v1/images/:image_key',
				upload: false,
				download: true,
			},
		]);
	});
});

describe('reading the SDK’s declarations', () => {
	it('turns a payload into schemas and reads title, link and the names in the answer', () => {
		const types = readTypes(
			file(
				'client.d.ts',
				`declare abstract class Client$1 { im: { v1: { chat: {
					/**
					 * {@link https://open.feishu.cn/api-explorer?apiName=list click to debug }
					 *
					 * {@link https://open.feishu.cn/api-explorer?from=op_doc_tab&apiName=list document }
					 *
					 * 标题
					 *
					 * 说明
					 */
					list: (payload?: {
						params?: { kind?: "b" | "a" | undefined; page_token?: string; ids: Array<string>; deep?: { on: boolean | undefined }[] | undefined };
						data: { file: Buffer | fs.ReadStream; map?: Record<string, number>; any?: Record<string, any>; mixed?: string | number | Array<string> };
						path?: { chat_id?: string | undefined } | undefined;
					} | undefined, options?: IRequestOptions) => Promise<{ code?: number; data?: { items?: { id: string }[] | undefined; text?: string; has_more?: boolean } | undefined }>;
				} } } }`,
			),
		);
		expect(types.get('im.v1.chat.list')).toEqual({
			zh: '标题',
			doc: 'https://open.feishu.cn/api-explorer?from=op_doc_tab&apiName=list',
			answer: { names: ['items', 'text', 'has_more'], arrays: ['items'], texts: ['text'] },
			request: {
				need: ['body'],
				query: {
					type: 'object',
					required: ['ids'],
					properties: {
						kind: { type: 'string', enum: ['b', 'a'] },
						page_token: { type: 'string' },
						ids: { type: 'array', items: { type: 'string' } },
						deep: {
							type: 'array',
							items: { type: 'object', required: ['on'], properties: { on: { type: 'boolean' } } },
						},
					},
				},
				body: {
					type: 'object',
					required: ['file'],
					properties: {
						file: { type: 'file' },
						map: { type: 'object', additionalProperties: { type: 'number' } },
						any: { type: 'object' },
						mixed: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'string' } }] },
					},
				},
				path: { type: 'object', properties: { chat_id: { type: 'string' } } },
			},
		});
	});

	it('fails on a type that it does not know, rather than guess', () => {
		const path = file(
			'unknown.d.ts',
			'declare abstract class Client$1 { im: { get: (payload?: { data: { a: Promise<string> } }) => Promise<{}> } }',
		);
		expect(() => readTypes(path)).toThrow(/not known here: Promise<string>/);
	});
});

describe('the MCP package’s titles', () => {
	it('are found where the Chinese title stands', () => {
		const en = '[Feishu/Lark]-Docs-Base-Table-Delete Table-Deletes a table';
		const zh = '[Feishu/Lark]-云文档-多维表格-数据表-删除一个数据表-删除一个数据表';
		expect(titleOf(en, zh, '删除一个数据表')).toBe('Delete Table');
		expect(titleOf(en, zh, '别的')).toBeUndefined();
		expect(titleOf(en, undefined, '删除一个数据表')).toBeUndefined();
	});
});

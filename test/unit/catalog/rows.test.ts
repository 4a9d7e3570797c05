import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { CATALOG, readCommitted } from '../../../scripts/catalog/files';
import type { Endpoint } from '../../../scripts/catalog/types';
import { byId, endpoints, fieldsOf } from '../../support/catalog/committed';

const idsOf = (rows: Endpoint[]): string[] => rows.map(({ id }) => id);

describe('the rows of the catalog', () => {
	it('follow catalog/endpoint.schema.json', () => {
		const validate = new Ajv({ allErrors: true }).compile(
			JSON.parse(readFileSync(join(CATALOG, 'endpoint.schema.json'), 'utf8')) as object,
		);
		const errors = endpoints.flatMap((row) => (validate(row) ? [] : [{ id: row.id, errors: validate.errors }]));
		expect(errors).toEqual([]);
	});

	it('have ids that are unique and say method and path', () => {
		expect(readCommitted().size).toBe(endpoints.length);
		expect(idsOf(endpoints.filter(({ id, method, path }) => id !== `${method} ${path}`))).toEqual([]);
	});

	it('describe every parameter of the path, and no other', () => {
		const wrong = endpoints.filter(({ path, request }) => {
			const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort();
			const described = Object.keys(request?.path?.properties ?? {}).sort();
			const required = [...(request?.path?.required ?? [])].sort();
			return String(names) !== String(described) || String(names) !== String(required);
		});
		expect(idsOf(wrong)).toEqual([]);
	});

	it('have an English name that is the only one of its domain', () => {
		const seen = new Map<string, string>();
		const doubles = endpoints.filter(({ id, domain, name }) => {
			const key = `${domain} ${name.en.toLowerCase()}`;
			const isDouble = seen.has(key);
			seen.set(key, id);
			return isDouble;
		});
		expect(idsOf(doubles)).toEqual([]);
		expect(idsOf(endpoints.filter(({ name }) => /[一-鿿]/.test(name.en)))).toEqual([]);
	});

	it('have a Chinese name, apart from 16 that nobody gives one', () => {
		expect(endpoints.filter(({ name }) => !name.zh)).toHaveLength(16);
	});

	it('require only fields that exist', () => {
		const wrong = endpoints.flatMap((endpoint) =>
			fieldsOf(endpoint)
				.filter(([, { required = [], properties = {} }]) => required.some((name) => !(name in properties)))
				.map(([path]) => `${endpoint.id}: ${path}`),
		);
		expect(wrong).toEqual([]);
	});

	it('have defaults, enums and bounds that go together', () => {
		const wrong = endpoints.flatMap((endpoint) =>
			fieldsOf(endpoint)
				.filter(([, field]) => {
					const { type, default: preset, enum: values, minimum = -Infinity, maximum = Infinity } = field;
					const isNumber = type === 'number' || type === 'integer';
					const kind = isNumber ? 'number' : type;
					const isKind = (value: unknown): boolean => typeof value === kind;
					if (minimum > maximum || (values && !values.every(isKind))) return true;
					if (preset === undefined) return false;
					if (!isKind(preset) || (values && !values.includes(preset))) return true;
					return isNumber && ((preset as number) < minimum || (preset as number) > maximum);
				})
				.map(([path]) => `${endpoint.id}: ${path}`),
		);
		expect(wrong).toEqual([]);
	});

	it('have a file field directly in the body of every upload, and nowhere else', () => {
		const files = (endpoint: Endpoint): string[] =>
			fieldsOf(endpoint)
				.filter(([, { type }]) => type === 'file')
				.map(([path]) => path);
		const wrong = endpoints.filter((endpoint) => {
			const paths = files(endpoint);
			return endpoint.upload ? paths.length !== 1 || !/^body\.\w+$/.test(paths[0] ?? '') : paths.length > 0;
		});
		expect(idsOf(wrong)).toEqual([]);
	});

	it('have the page token where paging says it goes', () => {
		const wrong = endpoints.filter(({ paging, request }) => {
			if (!paging) return false;
			return !request?.[paging.in]?.properties?.[paging.tokenParam ?? 'page_token'];
		});
		// The SDK pages it, but neither its types nor the documentation have page parameters any more.
		expect(idsOf(wrong)).toEqual(['GET /open-apis/bitable/v1/apps/:app_token/workflows']);
	});
});

describe('what people look up most', () => {
	it('is there in full for sending a message', () => {
		const row = byId('POST /open-apis/im/v1/messages');
		expect(row).toMatchObject({
			name: { en: 'Send message', zh: '发送消息' },
			sdk: 'im.v1.message.create',
			tokens: ['tenant', 'user'],
			rate: { perMinute: 1000, perSecond: 50 },
		});
		expect(row.request?.query?.properties?.receive_id_type?.enum).toContain('chat_id');
		expect(row.request?.body?.required).toEqual(['receive_id', 'msg_type', 'content']);
	});

	it('knows pages, their largest size and where the list is', () => {
		expect(byId('GET /open-apis/drive/v1/files').paging).toEqual({
			in: 'query',
			tokenKey: 'next_page_token',
			sizeMax: 200,
			itemsKey: 'files',
		});
		expect(byId('GET /open-apis/im/v1/chats').paging).toEqual({ in: 'query', sizeMax: 100 });
		expect(byId('POST /open-apis/search/v2/doc_wiki/search').paging).toMatchObject({
			in: 'body',
			itemsKey: 'res_units',
		});
	});

	it('knows the unit of a timestamp, and whole numbers from others', () => {
		const messages = byId('GET /open-apis/im/v1/messages').request?.query?.properties;
		expect(messages?.start_time).toEqual({ type: 'string', format: 'timestamp-s' });
		expect(messages?.page_size).toMatchObject({ type: 'integer', minimum: 1, maximum: 50, default: 20 });
		const approvals = byId('POST /open-apis/approval/v4/tasks/search').request?.body?.properties;
		expect(approvals?.task_start_time_to).toMatchObject({ format: 'timestamp-ms' });
	});

	it('has what only the documentation has', () => {
		const values = byId('PUT /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/values').request;
		expect(values?.body?.properties?.valueRange).toEqual({
			type: 'object',
			required: ['range', 'values'],
			properties: { range: { type: 'string' }, values: { type: 'array', items: { type: 'array', items: {} } } },
		});
		expect(byId('POST /approval/openapi/v2/file/upload')).toMatchObject({ host: 'www', upload: true });
		expect(byId('POST /open-apis/message/v4/batch_send/').request?.body?.required).toEqual(['msg_type']);
		expect(byId('POST /open-apis/ephemeral/v1/send').request?.need).toEqual(['body']);
		expect(byId('POST /open-apis/interactive/v1/card/update').request?.body?.required).toEqual(['token', 'card']);
		expect(byId('GET /open-apis/bot/v3/info').request).toBeUndefined();
	});
});

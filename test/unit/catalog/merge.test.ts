import { correct, correctAll } from '../../../scripts/catalog/corrections';
import { merge, orderedEndpoint, type Said } from '../../../scripts/catalog/merge';
import { answerKey } from '../../../scripts/catalog/answers';
import type { AnswerKey, Endpoint, SdkEndpoint, Shape } from '../../../scripts/catalog/types';

const sdk: SdkEndpoint = {
	method: 'GET',
	path: '/open-apis/a/v1/things/:thing_id',
	sdk: 'a.v1.thing.list',
	zh: '列出东西',
	doc: 'https://open.feishu.cn/api-explorer?a',
	upload: false,
	download: false,
	iterator: true,
	answer: { names: ['things', 'next_page_token', 'has_more'], arrays: ['things'], texts: [] },
	request: {
		path: { type: 'object', properties: { thing_id: { type: 'string' } } },
		query: {
			type: 'object',
			required: ['kind'],
			properties: {
				kind: { type: 'string', enum: ['a', 'b', 'c'] },
				page_token: { type: 'string' },
				page_size: { type: 'number' },
			},
		},
	},
};

const said: Said = {
	id: 'GET /open-apis/a/v1/things/:thing_id',
	domain: 'a',
	sdk,
	mcp: {
		id: 'GET /open-apis/a/v1/things/:thing_id',
		descriptions: { en: '[x]-A-List all things-text', zh: '[x]-甲-列出东西-说明' },
		tokens: ['tenant'],
		texts: {},
	zhTexts: {},
		request: { query: { type: 'object', properties: { kind: { type: 'string', enum: ['c', 'a'] } } } },
	},
	facts: {
		id: 'GET /open-apis/a/v1/things/:thing_id',
		tokens: ['tenant', 'user'],
		scopes: ['a:read'],
		fields: {
			'query.page_size': { type: 'integer', maximum: 50, default: 20, required: true },
			'query.kind': { required: false },
		},
	},
};

describe('merging what the sources say', () => {
	const row = orderedEndpoint(merge(said));

	it('believes the facts about tokens, the SDK about the shape and the title, the MCP package about the English title', () => {
		expect(row).toMatchObject({
			name: { en: 'List all things', zh: '列出东西' },
			tokens: ['tenant', 'user'],
			scopes: ['a:read'],
			version: 'v1',
			doc: 'https://open.feishu.cn/api-explorer?a',
		});
	});

	it('adds bounds and mandatory fields, and puts the usual choice in front', () => {
		expect(row.request?.query).toEqual({
			type: 'object',
			required: ['page_size'],
			properties: {
				kind: { type: 'string', enum: ['c', 'a', 'b'] },
				page_token: { type: 'string' },
				page_size: { type: 'integer', default: 20, maximum: 50 },
			},
		});
	});

	it('makes path parameters mandatory and reads how the list is paged', () => {
		expect(row.request?.path?.required).toEqual(['thing_id']);
		expect(row.request?.need).toEqual(['path']);
		expect(row.paging).toEqual({ in: 'query', tokenKey: 'next_page_token', sizeMax: 50, itemsKey: 'things' });
	});

	it('leaves the sources as they were', () => {
		expect(sdk.request.query?.required).toEqual(['kind']);
	});

	it('makes a name where no source has one', () => {
		const { facts, sdk: method, id, domain } = said;
		expect(merge({ id, domain, facts, sdk: method }).name.en).toBe('List things');
		expect(merge({ id, domain }).name.en).toBe('Get things');
		expect(merge({ id, domain }).request).toEqual({
			path: { type: 'object', properties: { thing_id: { type: 'string' } }, required: ['thing_id'] },
			need: ['path'],
		});
	});
});

describe('merging what the explorer says', () => {
	const { facts = { id: said.id } } = said;
	const explored: Said = {
		...said,
		facts: { ...facts, errors: [3, 1], rate: 'special' },
		explorer: {
			id: said.id,
			tokens: ['tenant'],
			scopes: ['a:write'],
			fieldScopes: ['a:field'],
			rate: { perSecond: 5 },
			errors: [2, 1],
			risk: 'high-risk-write',
			historical: true,
			ids: { 'path.thing_id': 'thing_id' },
			fields: {
				'query.kind': { enum: ['a', 'd'] },
				'query.page_size': { default: 10, maximum: 100 },
				'query.more': { type: 'object', required: ['x'], properties: { x: { type: 'string' } } },
			},
			undocumentedFields: ['query.page_token'],
		},
		shape: { things: [{ id: 'string' }], has_more: 'boolean' },
	};
	const row = orderedEndpoint(merge(explored));

	it('believes it about scopes, rate, risk and ids, and takes the codes of both', () => {
		expect(row).toMatchObject({
			scopes: ['a:write'],
			fieldScopes: ['a:field'],
			rate: { perSecond: 5 },
			errors: [1, 2, 3],
			risk: 'high-risk-write',
			historical: true,
			ids: { 'path.thing_id': 'thing_id' },
		});
	});

	it('keeps a person’s token that only the documentation names', () => {
		expect(row.tokens).toEqual(['tenant', 'user']);
	});

	it('takes its choices and new fields, and the documentation’s bounds and defaults over its own', () => {
		expect(row.request?.query?.properties).toEqual({
			kind: { type: 'string', enum: ['a', 'd'] },
			page_token: { type: 'string', undocumented: true },
			page_size: { type: 'integer', default: 20, maximum: 50 },
			more: { type: 'object', required: ['x'], properties: { x: { type: 'string' } } },
		});
	});

	it('is the only one to know an endpoint of the registry', () => {
		const alone = merge({
			id: 'POST /open-apis/a/v1/things',
			domain: 'a',
			explorer: { id: 'POST /open-apis/a/v1/things', en: 'Create thing', tokens: [], request: { body: { type: 'object' } } },
			shape: { thing: { id: 'string' } },
		});
		expect(orderedEndpoint(alone)).toMatchObject({
			name: { en: 'Create thing' },
			tokens: [],
			request: { body: { type: 'object' } },
			answer: { record: 'thing' },
		});
	});
});

describe('what stands alone in an answer', () => {
	it.each([
		[{ event: { id: 'string' } }, { record: 'event' }],
		[{ items: [{ id: 'string' }], total: 'integer' }, { records: 'items' }],
		[{ event: { id: 'string' }, attendees: [{ id: 'string' }] }, undefined],
		[{ ids: ['string'] }, undefined],
		[{ groups: { '*': { id: 'string' } } }, undefined],
		[{ done: 'boolean' }, undefined],
		[{}, undefined],
	] as [Shape, AnswerKey | undefined][])('of %j is %j', (shape, wanted) => {
		expect(answerKey(shape)).toEqual(wanted);
	});

	it('is a list that only the SDK knows when it is called items', () => {
		expect(answerKey(undefined, { names: ['items', 'total'], arrays: ['items'], texts: [] })).toEqual({ records: 'items' });
		expect(answerKey(undefined, { names: ['ids'], arrays: ['ids'], texts: [] })).toBeUndefined();
	});
});

describe('corrections', () => {
	const endpoint: Endpoint = orderedEndpoint(merge(said));

	it('set and take away keys and fields', () => {
		const row = correct(endpoint, {
			id: endpoint.id,
			reason: 'test',
			set: { paging: null, download: true },
			fields: { 'query.kind': null, 'body.file': { type: 'file', isRequired: true } },
		});
		expect(row.paging).toBeUndefined();
		expect(row.download).toBe(true);
		expect(Object.keys(row.request?.query?.properties ?? {})).toEqual(['page_token', 'page_size']);
		expect(row.request?.body).toEqual({ type: 'object', required: ['file'], properties: { file: { type: 'file' } } });
		expect(row.request?.need).toEqual(['path', 'body']);
	});

	it('that change nothing are told, change by change', () => {
		const { idle } = correctAll(
			[endpoint],
			[{ id: endpoint.id, reason: 'test', set: { upload: null, download: true }, fields: { 'query.none': null } }],
		);
		expect(idle).toEqual([`${endpoint.id}: upload`, `${endpoint.id}: query.none`]);
	});

	it('for endpoints that do not exist fail', () => {
		expect(() => correctAll([endpoint], [{ id: 'GET /none', reason: 'test', set: { upload: true } }])).toThrow(
			/GET \/none/,
		);
	});
});

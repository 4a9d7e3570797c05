import { endpointSummary } from '../../../../feishu/catalog/endpointSummary';
import { optionKey, optionName } from '../../../../feishu/catalog/optionName';
import type { Endpoint } from '../../../../feishu/catalog';

const texts = { 'body.status=1': 'Open', 'body.kind=a': 'Never' };

it('a bare number has the name that the help texts have for it; words speak for themselves', () => {
	expect(optionKey('body.status', 1)).toBe('body.status=1');
	expect([optionName('body.status', 1, texts), optionName('body.status', 2, texts)]).toEqual(['Open', undefined]);
	expect(optionName('body.kind', 'a', texts)).toBeUndefined();
});

it('who looks an endpoint up learns them', () => {
	const properties = { status: { type: 'integer', enum: [1, 2] }, kind: { type: 'string', enum: ['a'] } } as const;
	const endpoint: Endpoint = {
		id: 'POST /open-apis/demo/v1/things',
		method: 'POST',
		path: '/open-apis/demo/v1/things',
		domain: 'demo',
		name: { en: 'Create a thing' },
		request: { body: { properties } },
	};
	const { parameters } = endpointSummary(endpoint, texts);
	expect(parameters.map(({ name, option_names }) => [name, option_names])).toEqual([
		['body.status', { 1: 'Open' }],
		['body.kind', undefined],
	]);
});

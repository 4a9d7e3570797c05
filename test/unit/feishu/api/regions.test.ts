import { Workflow, type INodeTypes } from 'n8n-workflow';

import {
	appConsoleUrl,
	openApiOrigin,
	openApiOriginExpression,
	originOf,
	type Region,
} from '../../../../feishu/api/regions';
import { thrownBy } from '../../../support/feishuCalls';

const custom = (baseUrl?: string) => openApiOrigin({ region: 'custom', baseUrl });

const ACCEPTED = [
	['https://open.example.com', 'https://open.example.com'],
	['  https://open.example.com//  ', 'https://open.example.com'],
	['https://open.example.com/open-apis', 'https://open.example.com'],
	['https://open.example.com/open-apis/', 'https://open.example.com'],
	['https://open.example.com:8443', 'https://open.example.com:8443'],
	['https://gateway.example.com/feishu/', 'https://gateway.example.com/feishu'],
	['https://gateway.example.com/feishu/open-apis', 'https://gateway.example.com/feishu'],
	['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
	['http://127.8.9.10', 'http://127.8.9.10'],
	['http://localhost:3000/', 'http://localhost:3000'],
	['http://[::1]:3000', 'http://[::1]:3000'],
	['https://[2001:db8::1]', 'https://[2001:db8::1]'],
] as const;

it('knows the hosts of both platforms', () => {
	expect(openApiOrigin({ region: 'feishu' })).toBe('https://open.feishu.cn');
	expect(openApiOrigin({ region: 'lark', baseUrl: 'https://ignored.example.com' })).toBe('https://open.larksuite.com');
});

it('knows the other host of both platforms, and none beside a custom address', () => {
	expect(originOf('www', { region: 'feishu' })).toBe('https://www.feishu.cn');
	expect(originOf('www', { region: 'lark', baseUrl: 'https://ignored.example.com' })).toBe('https://www.larksuite.com');
	const region = 'custom';
	expect(originOf('client', { region: 'lark' })).toBe('https://www.larksuite.com');
	expect(originOf('client', { region, baseUrl: 'https://open.example.com' })).toBe('https://www.example.com');
	expect(originOf('client', { region, baseUrl: 'https://feishu.example.com' })).toBe('https://feishu.example.com');
	expect(originOf('www', { region, baseUrl: 'https://open.example.com/' })).toBe('https://open.example.com');
	expect(thrownBy(() => originOf('www', { region, baseUrl: 'http://www.example.com' })).message).toContain('https://');
});

it.each(ACCEPTED)('accepts %s', (baseUrl, origin) => {
	expect(custom(baseUrl)).toBe(origin);
});

it('normalises case, and takes the longest way of writing this machine', () => {
	expect(custom('HTTPS://Open.Example.COM')).toBe('https://open.example.com');
	expect(custom('HTTP://LocalHost:1')).toBe('http://localhost:1');
	expect(custom('http://[0:0:0:0:0:0:0:1]')).toBe('http://[::1]');
});

it.each([
	[undefined, 'is empty'],
	['   ', 'is empty'],
	['/open-apis', 'is empty'],
	['open.example.com', 'is not a web address'],
	['open.example.com:443', 'is not a web address'],
	['ftp://open.example.com', 'is not a web address'],
	['file:///etc/hosts', 'is not a web address'],
	['https://', 'is not a web address'],
	['https://user@open.example.com', 'holds more than an address'],
	['https://user:pw@open.example.com', 'holds more than an address'],
	['https://open.example.com/?a=1', 'holds more than an address'],
	['https://open.example.com/#x', 'holds more than an address'],
	['http://open.example.com', 'must start with https://'],
	['http://127.0.0.1.example.com', 'must start with https://'],
	['http://localhost.example.com', 'must start with https://'],
	['http://[::2]', 'must start with https://'],
	['http://0.0.0.0', 'must start with https://'],
	['http://10.0.0.1', 'must start with https://'],
])('refuses %s', (baseUrl, words) => {
	const error = thrownBy(() => custom(baseUrl));
	expect(error).toMatchObject({ name: 'InputError', field: 'Base URL', advice: expect.any(String) });
	expect(error.message).toBe(`The 'Base URL' of the credential ${words}`);
});

it('finds the page of the app in the console, whatever its ID', () => {
	expect(appConsoleUrl({ region: 'feishu' }, 'cli_1')).toBe('https://open.feishu.cn/app/cli_1');
	expect(appConsoleUrl({ region: 'custom', baseUrl: 'https://open.example.com/open-apis/' }, 'cli_1')).toBe(
		'https://open.example.com/app/cli_1',
	);
	expect(appConsoleUrl({ region: 'lark' }, 'a/b')).toBe('https://open.larksuite.com/app/a%2Fb');
});

describe('the expression for n8n', () => {
	const types = { getByNameAndVersion: () => undefined } as unknown as INodeTypes;
	const node = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes: types });

	function resolved(credentials: { region: Region; baseUrl?: string }): unknown {
		const keys = { $credentials: credentials };
		return workflow.expression.getSimpleParameterValue(node, openApiOriginExpression(), 'internal', keys);
	}

	it.each<Region>(['feishu', 'lark'])('gives the same origin for %s', (region) => {
		expect(resolved({ region })).toBe(openApiOrigin({ region }));
	});

	it.each(ACCEPTED)('gives the same origin for %s', (baseUrl, origin) => {
		expect(resolved({ region: 'custom', baseUrl })).toBe(origin);
	});
});

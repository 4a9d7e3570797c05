import { ownHeaders } from '../../../../../nodes/shared/client/headers';

it('leaves what may be set as it is', () => {
	expect(ownHeaders({ 'X-Request-Id': '1', 'Accept-Language': 'zh-CN' })).toEqual({
		'X-Request-Id': '1',
		'Accept-Language': 'zh-CN',
	});
});

it.each([
	'Authorization',
	'AUTHORIZATION',
	'Host',
	'Cookie',
	'Content-Length',
	'Transfer-Encoding',
	'Proxy-Authorization',
])('refuses %s', (name) => expect(() => ownHeaders({ [name]: 'x' })).toThrow(`The header '${name}' can't be set`));

it.each([
	['X Y', 'x'],
	['', 'x'],
	['X', 'a\r\nHost: evil'],
	['X', 'a\nb'],
])('refuses %j with %j', (name, value) => expect(() => ownHeaders({ [name]: value })).toThrow('is none'));

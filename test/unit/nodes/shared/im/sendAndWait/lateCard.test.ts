import { readApp } from '../../../../../../feishu/api/app';
import { changeCardOf } from '../../../../../../nodes/shared/im/sendAndWait/lateCard';

test('a Base URL that is wrong by now is logged at once, and nobody is called', async () => {
	const warn = jest.fn();
	const httpRequest = jest.fn();
	const app = readApp({ region: 'custom', baseUrl: 'http://open.example.com', appId: 'cli_1', appSecret: 's' });
	await changeCardOf('om_1', { app, context: { helpers: { httpRequest }, logger: { warn } } }, {});
	expect(warn.mock.calls).toEqual([[expect.stringContaining('must start with https://'), { message_id: 'om_1' }]]);
	expect(httpRequest).not.toHaveBeenCalled();
});

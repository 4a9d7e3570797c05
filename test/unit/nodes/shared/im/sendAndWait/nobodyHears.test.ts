/** A click is said to be heard by nobody where that is certain, and nowhere else. */
import { clickListeners } from '../../../../../../nodes/shared/im/sendAndWait/clickListeners';
import { CONNECTIONS, nobodyHears } from '../../../../../../nodes/shared/im/sendAndWait/nobodyHears';
import type { App } from '../../../../../../feishu/api/app';
import { recordingClient } from '../../../../../support/nodes/calls';
import { execution } from '../../../../../support/nodes/execution';

const hears = jest.fn<boolean | undefined, []>();
let knows: boolean;
let hasLost: boolean;

jest.mock('../../../../../../nodes/shared/im/sendAndWait/clickListeners', () => ({
	clickListeners: jest.fn(),
}));

beforeEach(() => {
	jest.useFakeTimers();
	hears.mockReset();
	knows = true;
	hasLost = false;
	jest.mocked(clickListeners).mockImplementation(() => ({
		join: jest.fn(),
		leave: jest.fn(),
		hears,
		knows,
		hasLost: () => hasLost,
	}));
});

afterEach(() => jest.useRealTimers());

const APP: App = {
	appId: 'cli_1',
	clientAssertion: '',
	appSecret: 's',
	region: 'feishu',
	baseUrl: '',
	encryptKey: '',
	verificationToken: '',
};

interface Setting {
	online?: number | Error;
	mode?: 'manual' | 'trigger';
	app?: Partial<App>;
}

async function ask({ online = 0, mode = 'manual', app }: Setting = {}) {
	const { feishu, calls } = recordingClient({
		[CONNECTIONS]: () => {
			if (online instanceof Error) throw online;
			return { online_instance_cnt: online };
		},
	});
	const context = Object.assign(execution({}), { getMode: () => mode });
	const asked = nobodyHears({ context, feishu }, { ...APP, ...app });
	await jest.advanceTimersByTimeAsync(4_500);
	return { nobody: await asked, calls: calls.length };
}

describe('in a process that is certain of its own triggers', () => {
	it('asks nobody where one of the app listens', async () => {
		hears.mockReturnValue(true);
		expect(await ask()).toEqual({ nobody: false, calls: 0 });
	});

	it('waits for one that is just being published', async () => {
		hears.mockReturnValueOnce(false).mockReturnValueOnce(false).mockReturnValue(true);
		expect(await ask()).toEqual({ nobody: false, calls: 0 });
	});

	it.each<[string, Setting['online'], boolean]>([
		['nobody where the app is not online', 0, true],
		['somebody where it is, as on the main that has taken over', 1, false],
		['what it knows itself where the platform does not tell', new Error('no'), true],
	])('says %s', async (_what, online, nobody) => {
		hears.mockReturnValue(false);
		expect((await ask({ online, mode: 'trigger' })).nobody).toBe(nobody);
	});
});

describe('in a process that knows nothing', () => {
	beforeEach(() => {
		knows = false;
		hears.mockReturnValue(undefined);
	});

	it('says so of a test by hand, of an app that is not online and can check no post', async () => {
		expect(await ask()).toEqual({ nobody: true, calls: 1 });
	});

	it.each<[string, Setting]>([
		['of an app that is online', { online: 2 }],
		['where the platform does not tell', { online: new Error('no') }],
		['in production, where a trigger may be restarting', { mode: 'trigger' }],
		['of an app that may get posts, by its Encrypt Key', { app: { encryptKey: 'k' } }],
		['of an app that may get posts, by its Verification Token', { app: { verificationToken: 't' } }],
	])('says nothing %s', async (_what, setting) => {
		expect((await ask(setting)).nobody).toBe(false);
	});
});

describe('right after the last trigger of the app has left', () => {
	beforeEach(() => {
		hasLost = true;
		hears.mockReturnValue(undefined);
	});

	it('says so of a test by hand, once it can be no workflow that is published anew', async () => {
		expect(await ask({ app: { encryptKey: 'k' } })).toEqual({ nobody: true, calls: 1 });
	});

	it('asks nobody where it comes back', async () => {
		hears.mockReset().mockReturnValueOnce(undefined).mockReturnValueOnce(undefined).mockReturnValue(true);
		expect(await ask()).toEqual({ nobody: false, calls: 0 });
	});

	it.each<[string, Setting]>([
		['of an app that is online, as on the main that has taken over', { online: 1 }],
		['where the platform does not tell', { online: new Error('no') }],
		['in production, where n8n may be ending', { mode: 'trigger' }],
	])('says nothing %s', async (_what, setting) => {
		expect((await ask(setting)).nobody).toBe(false);
	});
});

it('says nothing where n8n is still starting its triggers, or has just stopped one', async () => {
	hears.mockReturnValue(undefined);
	expect(await ask()).toEqual({ nobody: false, calls: 0 });
});

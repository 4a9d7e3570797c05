/** Send and Wait in the card needs somebody who hears the click. */
import { usePlatform } from '../../../support/engine';
import { clickListeners } from '../../../../nodes/shared/im/sendAndWait/clickListeners';
import { NODE } from '../../../support/engine/waiting';
import { question, useWaiting } from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting } = useWaiting(platform);

const elsewhere = { app: { appId: 'cli_other' }, activation: 'activate' } as const;

async function asked(changes: Parameters<typeof question>[1] = {}) {
	const before = platform.simulator.requests.length;
	const { id, run } = await waiting.begin(question(platform, changes), platform.credential);
	const error = run.data.resultData.runData[NODE]?.[0]?.error;
	return { status: waiting.status(id), error, requests: platform.simulator.requests.length - before };
}

test('asks where nobody knows whether a trigger listens, as on a worker', async () => {
	expect((await asked()).status).toBe('waiting');
});

describe('in a process whose triggers are all of other apps', () => {
	beforeAll(() => clickListeners().join('other', elsewhere));

	test('is refused before anything is sent, with what to do', async () => {
		const { error, requests } = await asked();
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^The field 'Answer In' is Card, but no trigger of this app is active in this n8n/,
			),
			description: expect.stringMatching(/Publish a workflow with a Feishu Trigger .*Trigger Listens Elsewhere/),
		});
		expect(requests).toBe(0);
	});

	test.each([
		['with the answer on a page', { answerIn: 'link' }],
		['whose trigger listens elsewhere', { options: { listensElsewhere: true } }],
	])('asks %s', async (_how, changes) => {
		expect((await asked(changes)).status).toBe('waiting');
	});

	test('asks when a trigger of the app listens', async () => {
		clickListeners().join('own', { app: { appId: platform.simulator.appId }, activation: 'activate' });
		expect((await asked()).status).toBe('waiting');
	});
});

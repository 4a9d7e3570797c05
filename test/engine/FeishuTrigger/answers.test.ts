/** Callbacks that are answered, and files that come along, over the long connection. */
import { toResponse } from '../../../nodes/shared/triggers/events/callbacks';
import { until } from '../../support/engine';
import { startTest, useTriggers, type Started } from '../../support/engine/triggers';

const { platform, activate, connections, message, say } = useTriggers();

const CLICK = { operator: { open_id: 'ou_person' }, token: 'c-1', action: { value: { choice: 'yes' }, tag: 'button' } };
const click = () => platform.simulator.push.callback(platform.simulator.appId, 'card.action.trigger', CLICK);
/** What the platform got as answer. */
const answer = async () => {
	const { attempts } = await click();
	expect(attempts).toMatchObject([{ status: 200 }]);
	const body = attempts[0]?.body ?? '';
	return body === '' ? undefined : (JSON.parse(body) as unknown);
};
const toast = (content: string) => ({ toast: { type: 'info', content } });
const BY_WORKFLOW = { answerCallbacks: 'workflow', toastText: 'One moment' };
/** What Callback → Respond does. */
const respond = ({ response }: Started) => response?.resolve(toResponse(toast('From the workflow')));

describe('a callback', () => {
	it('is answered with nothing, and starts the workflow', async () => {
		const trigger = await activate();
		expect((await answer()) ?? {}).toEqual({});
		expect(trigger.items).toMatchObject([
			{ event_type: 'card.action.trigger', event: { action: { value: { choice: 'yes' } }, token: 'c-1' } },
		]);
	});

	it('is answered with the toast', async () => {
		const trigger = await activate({ answerCallbacks: 'toast', toastText: 'Received' });
		expect(await answer()).toEqual(toast('Received'));
		expect(trigger.started).toHaveLength(1);
	});

	it('is answered by the workflow', async () => {
		await activate(BY_WORKFLOW, { onStart: respond });
		expect(await answer()).toEqual(toast('From the workflow'));
	});

	it('is answered by the workflow that has an answer, whichever it is', async () => {
		const [silent] = [await activate(), await activate(BY_WORKFLOW, { onStart: respond })];
		expect(await answer()).toEqual(toast('From the workflow'));
		expect(silent.started).toHaveLength(1);
	});

	it('waits for the workflow that has an answer, though another has ended without one', async () => {
		await activate(BY_WORKFLOW, { onStart: ({ response }) => response?.resolve({}) });
		await activate({ answerCallbacks: 'toast', toastText: 'Received' });
		const slow = await activate(BY_WORKFLOW);
		const said = answer();
		await until(() => slow.started.length === 1, 'the start');
		// The others have answered by then.
		await new Promise((resolve) => setImmediate(resolve));
		for (const started of slow.started) respond(started);
		expect(await said).toEqual(toast('From the workflow'));
	});

	it('gets the toast when the workflow is late', async () => {
		const trigger = await activate(BY_WORKFLOW);
		expect(await answer()).toEqual(toast('One moment'));
		expect(trigger.started).toHaveLength(1);
	});

	it('gets the toast when the workflow fails or ends without an answer', async () => {
		const failing = await activate(BY_WORKFLOW, { onStart: ({ response }) => response?.reject(new Error('failed')) });
		expect(await answer()).toEqual(toast('One moment'));
		await failing.deactivate();
		await activate(BY_WORKFLOW, { onStart: ({ response }) => response?.resolve({}) });
		expect(await answer()).toEqual(toast('One moment'));
	});

	it('is taken also in the moment after another workflow has left', async () => {
		const [leaving, staying] = [await activate(), await activate({ answerCallbacks: 'toast', toastText: 'Received' })];
		await leaving.deactivate();
		expect(await answer()).toEqual(toast('Received'));
		expect(staying.started).toHaveLength(1);
	});

	it('that is being answered when its workflow is deactivated still is', async () => {
		const trigger = await activate(BY_WORKFLOW);
		const said = answer();
		await until(() => trigger.started.length === 1, 'the start');
		const ended = trigger.deactivate();
		await new Promise((resolve) => setImmediate(resolve));
		for (const started of trigger.started) respond(started);
		expect(await said).toEqual(toast('From the workflow'));
		await ended;
	});

	it('of a test run is shown in the editor', async () => {
		const test = startTest(platform, { answerCallbacks: 'toast', toastText: 'In the editor' });
		await until(() => connections().length === 1, 'the connection');
		expect(await answer()).toEqual(toast('In the editor'));
		expect((await test.done).items).toMatchObject([{ event_type: 'card.action.trigger' }]);
	});
});

describe('the files of a message', () => {
	/** The next download waits until it is let go. */
	function holdDownload(): () => void {
		let letGo = () => {};
		const until = new Promise<void>((resolve) => (letGo = resolve));
		const path = '/open-apis/im/v1/messages/:message_id/resources/:file_key';
		platform.simulator.faults.add({ method: 'GET', path, times: 1, action: { type: 'hold', until } });
		return letGo;
	}

	it('come along, after the acknowledgment, and the messages of the chat stay in order', async () => {
		const trigger = await activate({ options: { downloadAttachments: true } });
		const letGo = holdDownload();
		const picture = message('image', { image_key: platform.image() });
		await until(() => picture.status === 'delivered', 'the acknowledgment');
		const after = say('after the picture');
		await until(() => after.status === 'delivered', 'the other acknowledgment');
		expect(trigger.started).toEqual([]);
		letGo();
		await until(() => trigger.started.length === 2, 'both');
		expect(trigger.started.map(({ files }) => files)).toEqual([['attachment_0'], []]);
		expect(trigger.texts[1]).toBe('after the picture');
	});

	it('that are not there when n8n stops are named, and the workflow starts', async () => {
		const trigger = await activate({ options: { downloadAttachments: true } });
		platform.simulator.faults.add({
			method: 'GET',
			path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
			times: 1,
			action: { type: 'delay', ms: 6_000 },
		});
		const picture = message('image', { image_key: platform.image() });
		await until(() => picture.status === 'delivered', 'the acknowledgment');
		await trigger.deactivate();
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items[0]?.attachments).toMatchObject([{ error: expect.stringContaining('no time left') as string }]);
	});

	it('do not hold up other chats', async () => {
		const trigger = await activate({ options: { downloadAttachments: true } });
		const [other] = platform.addChats(1);
		const letGo = holdDownload();
		message('image', { image_key: platform.image() });
		say('elsewhere', other);
		await until(() => trigger.started.length === 1, 'the other chat');
		expect(trigger.texts[0]).toBe('elsewhere');
		letGo();
		await until(() => trigger.started.length === 2, 'both');
	});
});

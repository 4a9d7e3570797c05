/** An execution that starts an approval waits, is refused what it could not wait for, and believes nobody who says that it is decided. */
import { forgetWaits } from '../../../nodes/FeishuApproval/waiting/lookAgain';
import { clickListeners } from '../../../nodes/shared/im/sendAndWait/clickListeners';
import { addDefinition } from '../../../simulator/approval/definitions';
import { byId, only, usePlatform } from '../../support/engine';
import { settle, useApprovalWaits } from '../../support/engine/approvalWaits';
import { EXPENSE_CODE } from '../../support/engine/ownApproval';

const platform = usePlatform();
const { waiting, begin, done, post } = useApprovalWaits(platform);

const subscribed = () =>
	platform.store.subscriptions.list().filter(({ kind, resource }) => kind === 'approval' && resource === EXPENSE_CODE);

describe('a post', () => {
	test('decides nothing by itself, whoever sends it', async () => {
		const { id, instances, token } = await begin();
		const { uuid } = only(instances);
		expect(await post(id, 'f'.repeat(64))).toMatchObject({ status: 401 });
		expect(await post(id, token)).toEqual({ status: 200, body: '{"verdict":"undecided"}' });
		expect(await post(id, token, uuid)).toEqual({ status: 200, body: '{"verdict":"undecided"}' });
		expect(await post(id, token, 'of an earlier wait')).toEqual({ status: 200, body: '{"verdict":"over"}' });
		expect(waiting.status(id)).toBe('waiting');

		settle(platform, only(instances), 'approve');
		expect(await post(id, token, uuid)).toEqual({ status: 200, body: '{"verdict":"recorded"}' });
		expect(only(await done(id))).toMatchObject({ decision: 'approved' });
	});

	test('says so where the approval can not be read, and the execution waits on', async () => {
		const { id, instances, token } = await begin();
		settle(platform, only(instances), 'approve');
		const path = '/open-apis/approval/v4/instances/:instance_id';
		platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 400, code: 60009, msg: 'no' } });
		expect(await post(id, token)).toEqual({ status: 200, body: '{"verdict":"unreadable"}' });
		expect(waiting.status(id)).toBe('waiting');
	});

	test('after the limit changes nothing any more', async () => {
		const { id, instances, token } = await begin({ options: { limitWaitTime: { values: { resumeAmount: 1 } } } }, [
			{ json: { order: 7 } },
		]);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
		expect(await post(id, token)).toEqual({ status: 200, body: '{"verdict":"over"}' });
		jest.restoreAllMocks();
		await waiting.timeOut(id);
		expect(await done(id)).toEqual([{ order: 7 }]);
		expect(waiting.kept(id).instance_code).toBe(only(instances).instance_code);
	});
});

describe('where nobody tells of the decision', () => {
	const shortWait = () => {
		const maxDateAndTime = new Date(Date.now() + 12_000).toISOString();
		return { options: { limitWaitTime: { values: { maxDateAndTime } } } };
	};
	const asked = (id: string) => waiting.asked.filter(({ url }) => url.includes(`/${id}/`));

	test('it looks by itself before the limit', async () => {
		const { id, instances } = await begin(shortWait());
		const instance = only(instances);
		settle(platform, instance, 'reject');
		expect(only(await done(id))).toMatchObject({ decision: 'rejected', instance_code: instance.instance_code });
		expect(asked(id)).toHaveLength(1);
	});

	test('so it does where the process of the node is gone, and another has looked meanwhile', async () => {
		const { id, instances, token } = await begin(shortWait());
		await forgetWaits();
		expect(await post(id, token)).toMatchObject({ body: '{"verdict":"undecided"}' });
		settle(platform, only(instances), 'approve');
		expect(only(await done(id))).toMatchObject({ decision: 'approved' });
		expect(asked(id)).toHaveLength(2);
	});
});

test('does not wait for what is decided as soon as it is started', async () => {
	const { approval_code } = addDefinition(platform.store, { approval_name: 'Notice', nodes: [] });
	const { id } = await begin({
		approvalDefinition: byId(approval_code),
		approvalForm: { mappingMode: 'defineBelow', value: {} },
	});
	expect(waiting.status(id)).toBe('success');
	expect(only(waiting.output(id)).json).toMatchObject({ decision: 'approved' });
});

test('waits where the approval is started, and the network fails after that', async () => {
	const path = '/open-apis/approval/v4/instances/:instance_id';
	platform.simulator.faults.add({ path, times: 5, action: { type: 'dropAfter' } });
	const { id, instances, token } = await begin();
	platform.simulator.faults.clear();
	expect(waiting.status(id)).toBe('waiting');
	settle(platform, only(instances), 'reject');
	await post(id, token);
	expect(only(await done(id))).toMatchObject({ decision: 'rejected' });
});

describe('is refused', () => {
	const refusal = async (...request: Parameters<typeof begin>) => {
		platform.store.subscriptions.list().forEach((one) => platform.store.subscriptions.remove(one));
		const { id, instances, error } = await begin(...request);
		expect([waiting.status(id), instances, subscribed()]).toEqual(['error', [], []]);
		return error;
	};

	test('for several items, of which an execution would wait for one', async () => {
		const error = await refusal({}, [{}, {}]);
		expect(error?.message).toBe(
			"'Create and Wait for Decision' gets 2 items, and an execution waits for one approval at a time",
		);
		expect(error?.description).toContain('Loop Over Items');
	});

	test('as a tool of an AI Agent', async () => {
		const error = await refusal({}, [{}], 'feishuTool');
		expect(error?.message).toContain('can not be waited for by a tool of an AI Agent');
	});

	test('for a form with something wrong in it', async () => {
		const error = await refusal({ approvalForm: { mappingMode: 'defineBelow', value: { widgetTotal: 'much' } } });
		expect(error?.message).toContain('Total');
	});

	test('where no trigger of the app is active', async () => {
		jest.spyOn(Object.getPrototypeOf(clickListeners()) as { hears(): boolean }, 'hears').mockReturnValue(false);
		const error = await refusal();
		jest.restoreAllMocks();
		expect(error?.message).toContain('no trigger of this app is active');
		expect(error?.description).toContain('approval_instance');
	});
});

test('says what was started where the app may not read it', async () => {
	const path = '/open-apis/approval/v4/instances/:instance_id';
	platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 400, code: 60009, msg: 'no' } });
	const { id, instances, error } = await begin();
	expect(waiting.status(id)).toBe('error');
	expect(error?.description).toContain(`The approval ${only(instances).instance_code} is started`);
});

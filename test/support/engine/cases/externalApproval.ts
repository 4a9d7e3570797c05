import { byId, type Platform } from '..';
import { newId } from '../../../../simulator/platform/ids';
import { late, LIMIT, type Cases } from './common';

const LINK = 'https://erp.example.com/orders/1107';

const CODE = [
	[{ externalCode: late(' ') }, 'Code'],
	[{ externalCode: 'x'.repeat(129) }, 'Code'],
] as const;

/** An approval of another system that Feishu knows, by the code that it gave. */
function known(p: Platform) {
	const approval_code = newId.approval();
	const texts = { approval_name: '@i18n@001', external: { support_pc: true, create_link_pc: LINK } };
	p.store.approvals.external.set(approval_code, { approval_code, own_code: 'orders', ...texts });
	return { externalCode: approval_code };
}

export const externalApproval: Cases = {
	check: {
		parameters: () => ({ externalInstances: '[{"instance_id":"order-1","update_time":"1796068627971","tasks":[]}]' }),
		refused: [
			[{ externalInstances: '[]' }, 'Instances'],
			[{ externalInstances: late('x') }, 'Instances'],
		],
	},
	create: {
		parameters: () => ({ externalCode: 'orders', externalName: 'Orders', externalPcLink: LINK }),
		refused: [
			...CODE,
			[{ externalName: late(' ') }, 'Name'],
			[{ externalPcLink: '' }, 'Address on Computers'],
			[{ externalPcLink: 'erp' }, 'Address on Computers'],
			[{ externalViewers: late('me') }, 'Visible To'],
			[{ externalViewers: 'USER', externalPeople: {} }, 'People'],
			[{ options: { externalCallback: 'erp' } }, 'Callback URL'],
		],
	},
	get: { parameters: known, refused: CODE },
	getTasks: { parameters: () => ({ returnAll: true }), records: () => 0, refused: LIMIT },
	syncInstance: {
		parameters: (p) => ({
			...known(p),
			externalInstanceId: 'order-1',
			externalLink: LINK,
			externalStarter: byId(p.user.open_id),
		}),
		refused: [
			...CODE,
			[{ externalInstanceId: late(' ') }, 'Instance ID'],
			[{ externalStatus: late('GONE') }, 'Status'],
			[{ externalLink: late('') }, 'Address'],
			[{ externalStarter: byId('') }, 'Started By'],
			[{ externalTasks: { rows: [{ taskId: 't1', user: byId(late('')) }] } }, 'Person'],
			[{ externalTasks: { rows: [{ taskId: late(''), user: byId('ou_1') }] } }, 'Task ID'],
		],
	},
};

import { byId } from '..';
import { late, type Cases } from './common';

const button = { name: 'Open', url: 'https://erp.example.com/orders/1107' };

export const approvalMessage: Cases = {
	send: {
		parameters: (p) => ({
			messageTo: byId(p.user.open_id),
			messageApproval: 'Purchase order',
			messageLines: 'Amount: 1200 CNY',
			messageButtons: { rows: [button] },
		}),
		refused: [
			[{ messageTemplate: '7' }, 'Template ID'],
			[{ messageTo: byId(late('')) }, 'To'],
			[{ messageApproval: late(' ') }, 'Approval Name'],
			[{ messageButtons: {} }, 'Buttons'],
			[{ messageButtons: { rows: [{ ...button, url: 'erp' }] } }, 'Address'],
			[{ messageButtons: { rows: [{ ...button, name: late('') }] } }, 'Name'],
		],
	},
	update: {
		parameters: () => ({ approvalMessageId: '7081516627711606803' }),
		refused: [
			[{ approvalMessageId: late(' ') }, 'Message ID'],
			[{ messageStatus: late('GONE') }, 'Status'],
			[{ messageStatus: 'CUSTOM', messageStatusName: '' }, 'Words'],
		],
	},
};

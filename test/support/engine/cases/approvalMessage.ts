import { byId, type Platform } from '..';
import { newId } from '../../../../simulator/platform/ids';
import { late, type Cases } from './common';

/** A message that the bot has sent. */
function sent(p: Platform) {
	const message_id = newId.message();
	const message = { message_id, template_id: '1008', open_id: p.user.open_id, created: p.store.tick(), body: {} };
	p.store.approvals.botMessages.set(message_id, message);
	return { approvalMessageId: message_id };
}

export const approvalMessage: Cases = {
	send: {
		parameters: (p) => ({
			messageTo: byId(p.user.open_id),
			messageApproval: 'Purchase order',
			messageLines: 'Amount: 1200 CNY',
			messageLink: 'https://erp.example.com/orders/1107',
		}),
		refused: [
			[{ messageTemplate: '7' }, 'Template ID'],
			[{ messageTo: byId(late('')) }, 'To'],
			[{ messageApproval: late(' ') }, 'Approval Name'],
			[{ messageLink: 'erp' }, 'Address'],
			[{ messageLink: late('') }, 'Address'],
			[{ messageLines: '1,2,3,4,5,6' }, 'Lines'],
		],
	},
	update: {
		parameters: sent,
		refused: [
			[{ approvalMessageId: late(' ') }, 'Message ID'],
			[{ messageStatus: late('GONE') }, 'Status'],
			[{ messageStatus: 'CUSTOM', messageStatusName: '' }, 'Words'],
		],
	},
};

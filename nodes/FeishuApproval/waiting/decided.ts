import type { IDataObject } from 'n8n-workflow';

import { instanceWithNames } from '../../shared/approval/instanceWithNames';
import { INSTANCE_SHAPE } from '../../shared/approval/plainInstance';
import type { Instance } from '../../shared/approval/readInstance';
import type { FeishuClient } from '../../shared/client/client';
import { outputOf } from '../../shared/operation/output';

/** An instance and how it was decided. */
export const DECIDED = outputOf({ decision: 'string', ...INSTANCE_SHAPE });

/**
 * `approved`, `rejected`, `canceled`, `deleted`, or `reverted` for what was taken back after it had been approved; undefined
 * while nothing is decided. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/get `status`
 */
export function decisionOf({ status, reverted }: Pick<Instance, 'status' | 'reverted'>): string | undefined {
	if (reverted) return 'reverted';
	return status === '' || status === 'PENDING' ? undefined : status.toLowerCase();
}

/** As Instance: Get gives it, and how it was decided: `none` while nothing is. */
export async function withDecision(feishu: FeishuClient, instance: Instance): Promise<IDataObject> {
	return { decision: decisionOf(instance) ?? 'none', ...(await instanceWithNames(feishu, instance)) };
}

import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { appOf } from '../shared/client/appOf';
import { assertEventSettings } from '../shared/triggers/events/assertEventSettings';

/**
 * Fails the activation, or the start of a test, where every post would be refused or ignored.
 * @throws NodeOperationError with what to fill in
 */
export async function assertReady(context: IHookFunctions): Promise<void> {
	const { encryptKey, verificationToken } = await appOf(context);
	if (encryptKey === '' && verificationToken === '') {
		throw new NodeOperationError(
			context.getNode(),
			'Add the Encrypt Key or the Verification Token to the credential: without one, anybody could send forged events',
			{
				description:
					'Open the app in the developer console, copy the Encrypt Key (or at least the Verification Token) from Events & Callbacks → Encryption Strategy, and save it in the Feishu credential of this node.',
			},
		);
	}
	assertEventSettings(context);
}

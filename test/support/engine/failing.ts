/** What the files about failures share: a plain send, and faults of the simulator. */
import type { INodeParameters } from 'n8n-workflow';

import type { FaultAction } from '../../../simulator';
import { type ItemSpec, list, type Platform } from '.';

export const SEND = '/open-apis/im/v1/messages';

interface Where {
	times?: number;
	skip?: number;
	/** Sending, unless given. */
	path?: string;
	method?: string;
}

export function failingOn(platform: Platform) {
	/** Message → Send to the first group. */
	const sending = (parameters: INodeParameters = {}): INodeParameters => ({
		resource: 'message',
		operation: 'send',
		chat: list(platform.chat.chat_id),
		text: 'Hello',
		...parameters,
	});

	const send = async (parameters: INodeParameters = {}, items?: readonly ItemSpec[]) =>
		await platform.run({ parameters: sending(parameters), items });

	function fail(action: FaultAction, { times, skip, path = SEND, method }: Where = {}): void {
		platform.simulator.faults.add({ path, method, times, skip, action });
	}

	/** A good token is there, as it is in everyday runs. */
	async function warmUp(): Promise<void> {
		await send();
		platform.reset();
	}

	return { sending, send, fail, warmUp };
}

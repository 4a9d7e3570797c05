import { answersFor } from './answers';
import { sdkEndpoints, takesPeople } from './endpoints';
import { generateCall, type Call, type Caller } from './generate';
import { NodeCaller } from './node';
import { judge, type Outcome, type Result, type Side } from './outcome';
import { Recorder, type Recorded } from './recorder';
import { SdkCaller } from './sdk';

const CALLS_AT_ONCE = 8;

/**
 * Makes every call of the official SDK twice, by it and by our node, and compares what arrives.
 * @param wanted ids of the endpoints; all unless given
 * @param caller as whom; a person calls those endpoints alone that take people
 */
export async function compareCalls(
	wanted: (id: string) => boolean = () => true,
	caller: Caller = 'app',
): Promise<Outcome[]> {
	const all = sdkEndpoints().map(generateCall);
	const calls = all.filter(({ endpoint }) => wanted(endpoint.id) && (caller === 'app' || takesPeople(endpoint)));
	const recorder = await Recorder.start(answersFor(all));
	const sdkCaller = new SdkCaller(recorder);
	try {
		const sdk = await make(calls, async (call) => await sdkCaller.call(call, caller), recorder);
		const nodeCaller = new NodeCaller(recorder, caller);
		const node = await make(calls, async (call) => await nodeCaller.call(call), recorder);
		return await Promise.all(calls.map(async (call) => await judge(call, side(sdk, call), side(node, call))));
	} finally {
		sdkCaller.close();
		await recorder.close();
	}
}

interface Made {
	results: Map<number, Result>;
	requests: Map<number, Recorded[]>;
}

async function make(calls: readonly Call[], one: (call: Call) => Promise<Result>, recorder: Recorder): Promise<Made> {
	const results = new Map<number, Result>();
	const waiting = calls.values();
	const worker = async () => {
		for (const call of waiting) results.set(call.index, await one(call));
	};
	await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
	return { results, requests: recorder.collect() };
}

function side({ results, requests }: Made, { index }: Call): Side {
	return { requests: requests.get(index) ?? [], result: results.get(index) ?? {} };
}

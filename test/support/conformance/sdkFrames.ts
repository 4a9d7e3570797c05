import '@larksuiteoapi/node-sdk';
import { roots } from 'protobufjs/minimal';

interface SdkFrame {
	/** Exact up to 2^53: the SDK switches 64-bit numbers off. */
	SeqID: number;
	LogID: number;
	service: number;
	method: number;
	headers: Array<{ key: string; value: string }>;
	payload?: Uint8Array;
	LogIDNew?: string;
}

interface SdkCodec {
	encode(frame: SdkFrame): { finish(): Uint8Array };
	decode(bytes: Uint8Array): SdkFrame;
}

/** The SDK's own codec of frames, which it doesn't export but registers with the Protocol Buffers library. */
export const sdkFrames: SdkCodec = (roots.default as unknown as { pbbp2: { Frame: SdkCodec } }).pbbp2.Frame;

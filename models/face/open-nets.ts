/*
 * The nets on the fastest back end that gives the right numbers: onnxruntime where it is installed and passes the
 * self-check, else tfjs-wasm, the reference. Weights are checked before either, and wrong ones are refused outright.
 */
import type { BackEnd, BackEndName } from './nets/back-end.ts';
import { type Nets, netsOn } from './nets/nets.ts';
import { faultOf } from './self-check.ts';
import { FaceEngineRefused, type NetName, netNames, readWeights, type WeightList } from './weights.ts';

type Weights = (net: NetName) => ReturnType<typeof readWeights>;

/* Each loads its own half of node_modules, so only what is used. */
const openers: Readonly<Record<BackEndName, (weights: Weights) => Promise<BackEnd>>> = {
  onnxruntime: async (weights) => (await import('./nets/on-onnxruntime.ts')).openOnnxruntime(weights),
  'tfjs-wasm': async (weights) => (await import('./nets/on-tfjs.ts')).openTfjs(weights),
};

export interface OpenedNets {
  readonly nets: Nets;
  /** Why a faster back end does not run, one sentence each. */
  readonly passedOver: readonly string[];
}

/**
 * Fills the nets from the weight files in `folder` and checks them.
 *
 * @param among the back ends to try, in this order
 * @throws FaceEngineRefused when a file differs from the list, or no back end gives the known vector
 */
export async function openNets(
  folder: string,
  list: WeightList,
  among: readonly BackEndName[],
): Promise<OpenedNets> {
  const read = new Map(netNames.map((net) => [net, readWeights(net, folder, list)]));
  /** Freed once taken: they are the largest things in memory. What is asked for again is read, and checked, again. */
  const weights = (net: NetName) => {
    const taken = read.get(net) ?? readWeights(net, folder, list);
    read.delete(net);
    return taken;
  };
  const passedOver: string[] = [];
  for (const name of among) {
    const opened = await open(name, weights);
    if ('nets' in opened) return { nets: opened.nets, passedOver };
    passedOver.push(`${name}: ${opened.fault}`);
  }
  throw new FaceEngineRefused(passedOver.join('; '));
}

async function open(
  name: BackEndName,
  weights: Weights,
): Promise<{ readonly nets: Nets } | { readonly fault: string }> {
  try {
    const nets = netsOn(await openers[name](weights));
    const fault = await faultOf(nets);
    return fault ? { fault } : { nets };
  } catch (error) {
    if (error instanceof FaceEngineRefused) throw error;
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

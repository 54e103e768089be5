/*
 * The nets on the fastest back end that gives the right numbers: onnxruntime where it is installed and passes the
 * self-check, else tfjs-wasm, the reference. Weights are checked before either, and wrong ones are refused outright.
 */
import { builtInRecogniser } from './embedders/built-in.ts';
import type { SiteRecogniser } from './embedders/declaration.ts';
import { type Embedder, embedderOf } from './embedders/embedder.ts';
import { openSiteRecogniser } from './embedders/site-onnx.ts';
import type { Eyes } from './embedding.ts';
import type { BackEnd, BackEndName } from './nets/back-end.ts';
import { netsOn } from './nets/nets.ts';
import { landmarksFault, siteVectorFault, vectorFault } from './self-check.ts';
import { FaceEngineRefused, type NetName, netNames, readWeights, type WeightList } from './weights.ts';

type Weights = (net: NetName) => ReturnType<typeof readWeights>;

/* Each loads its own half of node_modules, so only what is used. */
const openers: Readonly<Record<BackEndName, (weights: Weights) => Promise<BackEnd>>> = {
  onnxruntime: async (weights) => (await import('./nets/on-onnxruntime.ts')).openOnnxruntime(weights),
  'tfjs-wasm': async (weights) => (await import('./nets/on-tfjs.ts')).openTfjs(weights),
};

export interface OpenedNets extends Eyes {
  /** Why a faster back end does not run, one sentence each. */
  readonly passedOver: readonly string[];
}

/**
 * Fills the nets from the weight files in `folder` and checks them.
 *
 * @param among the back ends to try, in this order
 * @param site the recogniser to use instead of the built-in one
 * @throws FaceEngineRefused when a file differs from the list, no back end gives the known vector, or the site's
 *   recogniser is not as it is declared
 */
export async function openNets(
  folder: string,
  list: WeightList,
  among: readonly BackEndName[],
  site: SiteRecogniser | null = null,
): Promise<OpenedNets> {
  const needed = netNames.filter((net) => !site || net !== 'faceRecognitionNet');
  const read = new Map(needed.map((net) => [net, readWeights(net, folder, list)]));
  /** Freed once taken: they are the largest things in memory. What is asked for again is read, and checked, again. */
  const weights = (net: NetName) => {
    const taken = read.get(net) ?? readWeights(net, folder, list);
    read.delete(net);
    return taken;
  };
  const own = site && (await openSite(site));
  const passedOver: string[] = [];
  for (const name of among) {
    const opened = await open(name, weights, own);
    if ('nets' in opened) return { ...opened, passedOver };
    passedOver.push(`${name}: ${opened.fault}`);
  }
  throw new FaceEngineRefused(passedOver.join('; '));
}

async function open(
  name: BackEndName,
  weights: Weights,
  own: Embedder | null,
): Promise<Eyes | { readonly fault: string }> {
  try {
    const nets = netsOn(await openers[name](weights));
    const embedder = own ?? embedderOf(builtInRecogniser(nets));
    const fault = (own ? null : await vectorFault(embedder)) ?? (await landmarksFault(nets));
    return fault ? { fault } : { nets, embedder };
  } catch (error) {
    if (error instanceof FaceEngineRefused) throw error;
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function openSite(site: SiteRecogniser): Promise<Embedder> {
  const embedder = embedderOf(await openSiteRecogniser(site));
  const fault = await siteVectorFault(embedder, site.declaration).catch((error) =>
    error instanceof Error ? error.message : String(error),
  );
  if (fault) throw new FaceEngineRefused(`${site.declaration.file}: ${fault}`);
  return embedder;
}

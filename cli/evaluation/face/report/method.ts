import { type Markup, svg } from '../../chart/markup.ts';

/**
 * What is counted and how its confidence is found.
 *
 * @param sex the column that tells who could be taken for whom, or null
 */
export function method(sex: string | null, leftOut: readonly string[]): Markup {
  return svg`<div class="method">
<p><b>False matches</b> of a group are counted over pairs of photos of different people who are both in the group${sex ? ` and of the same sex (column “${sex}”); a pair with someone whose sex is not known is left out` : '. The sex of the people was not told, so pairs of a man and a woman are among them, who are hardly ever taken for each other: the true rates between people of one sex are higher'}. The row “everybody” counts all such pairs. <b>False non-matches</b> are counted over pairs of photos of one person, both in the group. A photo without a template is in no pair and is counted apart. Of several faces in a photo the most central was taken.</p>
<p><b>Confidence intervals.</b> One person is part of many pairs, so pairs are not independent and there is less to be learned from them than their number suggests. The variance is summed over all pairs of pairs that share a person (Aronow, Samii and Assenova, <cite>Cluster-robust variance estimation for dyadic data</cite>, Political Analysis 23, 2015) and gives the number of independent pairs for a Wilson interval, as recommended by Fogliato, Patil and Perona (<cite>Confidence intervals for error rates in 1:1 matching tasks</cite>, 2024, arXiv 2306.01198). Below ten errors the dependence is taken from the threshold that gives ten, which errs towards wider intervals. Groups are said to differ only when their intervals do not meet.</p>
<p><b>Small groups.</b> No error in n independent pairs shows only that the rate is at most 3/n (rule of three; Hanley and Lippman-Hand, JAMA 249, 1983; ISO/IEC 19795-1). Reporting by group follows the idea of ISO/IEC 19795-10:2024; it is not a certified test.</p>
${leftOut.length > 0 && svg`<p>Columns with too many different values to be groups were left out: ${leftOut.join(', ')}.</p>`}
</div>`;
}

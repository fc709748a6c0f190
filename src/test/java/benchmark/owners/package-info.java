/** What a page of the program is measured beside: a list built as a widely known demonstration builds it. */
package benchmark.owners;

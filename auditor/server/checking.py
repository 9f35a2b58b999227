"""`/v1/check`: the report of the command line, for one article."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auditor.engine import Report
from auditor.report.json import as_object
from auditor.server.asking import Article, Shop, article_of, shop_of


async def check(request: Request) -> Response:
    """Answer with the report."""
    shop, article = shop_of(request), await article_of(request)
    return JSONResponse(await shop.workroom.do(report, shop, article))


def report(shop: Shop, article: Article) -> dict[str, object]:
    """The report on one article as the object that becomes JSON."""
    document = article.document(shop.limits)
    audit = shop.desk.engine(article.name, article.settings).audit(document)
    return as_object(Report((audit,)))
